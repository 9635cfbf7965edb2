using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Norda.Features.Shared;
using Norda.Platform;

namespace Norda.Features.Accounts.Passwords;

/// <summary>How strong the password of a field is: said with the server's answer, and by script while one types.</summary>
[HtmlTargetElement("strength", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StrengthTagHelper(Assets assets, IStringLocalizer<Texts> texts) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        // The password itself never goes back to the browser.
        var typed = View.ViewData.ModelState.TryGetValue(name, out var state) ? state.AttemptedValue : null;
        var level = string.IsNullOrEmpty(typed) ? (int?)null : PasswordStrength.Of(typed);
        var words = texts[PasswordStrength.Levels].Value;
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "strength");
        output.Attributes.SetAttribute("data-strength", TagBuilder.CreateSanitizedId(name, "_"));
        output.Attributes.SetAttribute("data-levels", words);
        output.Attributes.SetAttribute("data-words", string.Join('|', PasswordRules.Guesses));
        if (level is null)
            output.Attributes.SetAttribute("hidden", null);
        output.Content.AppendHtml("<meter min=\"0\" max=\"4\" low=\"2\" high=\"3\" optimum=\"4\" value=\"").Append((level ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture))
            .AppendHtml("\" aria-hidden=\"true\"></meter><span class=\"hint\" role=\"status\">").Append(texts["Siła hasła: {0}", words.Split('|')[level ?? 0]])
            .AppendHtml("</span>");
        output.Attributes.SetAttribute("data-text", texts["Siła hasła: {0}", "{0}"].Value);
        output.PostElement.AppendHtml("<script type=\"module\" src=\"").Append(assets["js/strength.js"]).AppendHtml("\"></script>");
    }
}
