using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Norda.Platform;

namespace Norda.Features.Shared.TagHelpers;

/// <summary>
/// A filter that is a link: &lt;chip href="…"&gt;z certyfikatem&lt;/chip&gt;; with on it is in force,
/// with remove it is in force and the link takes it away.
/// </summary>
[HtmlTargetElement("chip", Attributes = "href")]
public sealed class ChipTagHelper(Assets assets, IStringLocalizer<Texts> texts) : TagHelper
{
    public bool On { get; set; }
    public bool Remove { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.Attributes.SetAttribute("class", On || Remove ? "chip is-on" : "chip");
        if (On && !Remove)
            output.Attributes.SetAttribute("aria-current", "true");
        if (!Remove)
            return;
        var words = new TagBuilder("span");
        words.AddCssClass("vh");
        words.InnerHtml.Append(texts["Usuń filtr:"] + " ");
        output.PreContent.SetHtmlContent(words);
        var cross = new TagHelperOutput("icon", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new IconTagHelper(assets) { Name = "x", Small = true, Class = "x" }.Process(context, cross);
        output.PostContent.SetHtmlContent(cross);
    }
}
