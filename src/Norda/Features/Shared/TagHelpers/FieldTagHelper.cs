using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Norda.Features.Shared.TagHelpers;

/// <summary>
/// A labelled field with its hint and, when the form came back, what is wrong with it:
/// &lt;field for="Form.Nip" label="NIP" hint="10 cyfr"&gt;&lt;input asp-for="Form.Nip" class="input"&gt;&lt;/field&gt;.
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper(Assets assets) : TagHelper
{
    /// <summary>Where the input inside learns of its hint and error.</summary>
    public const string Slot = "field";

    public ModelExpression For { get; set; } = null!;
    public string Label { get; set; } = "";
    public string? Hint { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var error = View.ViewData.ModelState.TryGetValue(name, out var state) ? state.Errors.FirstOrDefault()?.ErrorMessage : null;
        context.Items[Slot] = new FieldState(Hint is null ? null : id + "-h", error is null ? null : id + "-e");
        var input = await output.GetChildContentAsync();

        output.TagName = "div";
        output.Attributes.SetAttribute("class", error is null ? "field" : "field is-bad");
        output.Content.AppendHtml(Part("label", Label, "label", l => l.MergeAttribute("for", id)));
        if (Hint is not null)
            output.Content.AppendHtml(Part("span", Hint, "hint", h => h.MergeAttribute("id", id + "-h")));
        output.Content.AppendHtml(input);
        if (error is not null)
            output.Content.AppendHtml(Failure(assets, error, id));
    }

    internal static TagBuilder Failure(Assets assets, string error, string id)
    {
        var failure = Part("span", "", "error", e => e.MergeAttribute("id", id + "-e"));
        var icon = new TagHelperOutput("icon", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new IconTagHelper(assets) { Name = "alert-triangle", Small = true }.Process(null!, icon);
        failure.InnerHtml.AppendHtml(icon).Append(error);
        return failure;
    }

    private static TagBuilder Part(string tag, string text, string css, Action<TagBuilder> more)
    {
        var part = new TagBuilder(tag);
        part.AddCssClass(css);
        more(part);
        part.InnerHtml.Append(text);
        return part;
    }
}

/// <summary>What is wrong with a field that is written out: &lt;div class="field" fault="powod"&gt;…&lt;input id="powod"&gt;&lt;/div&gt;.</summary>
[HtmlTargetElement("div", Attributes = "fault")]
public sealed class FaultTagHelper(Assets assets) : TagHelper
{
    /// <summary>Key of the error in the state of the page.</summary>
    public string Fault { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!View.ViewData.ModelState.TryGetValue(Fault, out var state) || state.Errors.FirstOrDefault()?.ErrorMessage is not { } error)
            return;
        var id = TagBuilder.CreateSanitizedId(Fault, "_");
        context.Items[FieldTagHelper.Slot] = new FieldState(null, id + "-e");
        await output.GetChildContentAsync();
        output.AddClass("is-bad", HtmlEncoder.Default);
        output.PostContent.AppendHtml(FieldTagHelper.Failure(assets, error, id));
    }
}

/// <summary>Ids of the texts that describe an input.</summary>
public sealed record FieldState(string? Hint, string? Error);

/// <summary>Ties the input of a field to its hint and its error.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
[HtmlTargetElement("input", Attributes = "id", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("textarea", Attributes = "id")]
[HtmlTargetElement("select", Attributes = "id")]
public sealed class DescribedInputTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(FieldTagHelper.Slot, out var slot) || slot is not FieldState field)
            return;
        if (string.Join(' ', new[] { output.Attributes["aria-describedby"]?.Value?.ToString(), field.Hint, field.Error }.OfType<string>()) is { Length: > 0 } described)
            output.Attributes.SetAttribute("aria-describedby", described);
        if (field.Error is not null)
            output.Attributes.SetAttribute("aria-invalid", "true");
    }
}
