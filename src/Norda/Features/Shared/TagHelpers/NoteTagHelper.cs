using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Norda.Features.Shared.TagHelpers;

/// <summary>&lt;note kind="warn"&gt;…&lt;/note&gt; is a message in the page; kinds: ok, warn, bad, or none for plain news.</summary>
[HtmlTargetElement("note")]
public sealed class NoteTagHelper(Assets assets) : TagHelper
{
    public string? Kind { get; set; }
    public string? Icon { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Kind is null ? "note" : $"note note-{Kind}");
        var text = await output.GetChildContentAsync();
        var icon = new TagHelperOutput("icon", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new IconTagHelper(assets) { Name = Icon ?? Usual }.Process(context, icon);
        output.Content.SetHtmlContent(icon);
        output.Content.AppendHtml("<span>").AppendHtml(text).AppendHtml("</span>");
    }

    private string Usual => Kind switch
    {
        "ok" => "check",
        "warn" => "clock",
        "bad" => "alert-triangle",
        _ => "info-circle",
    };
}
