using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Norda.Features.Shared.TagHelpers;

/// <summary>
/// &lt;icon name="phone" /&gt; draws one of the icons of Assets/icons.txt. Where it stands without words,
/// alone="Zadzwoń" gives them: read aloud, and shown when the app was built without icons.
/// </summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(Assets assets) : TagHelper
{
    public string Name { get; set; } = "";
    public bool Small { get; set; }
    public string? Alone { get; set; }
    public string? Class { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        var sprite = assets.Find(Assets.Icons);
        if (sprite is not null)
            output.Content.AppendHtml(Draw(sprite));
        if (Alone is null)
            return;
        var words = new TagBuilder("span");
        if (sprite is not null)
            words.AddCssClass("vh");
        words.InnerHtml.Append(Alone);
        output.Content.AppendHtml(words);
    }

    private TagBuilder Draw(string sprite)
    {
        var use = new TagBuilder("use");
        use.MergeAttribute("href", $"{sprite}#{Name}");
        var svg = new TagBuilder("svg");
        svg.MergeAttribute("class", string.Join(' ', new[] { "i", Small ? "i-sm" : null, Class }.OfType<string>()));
        svg.MergeAttribute("aria-hidden", "true");
        svg.InnerHtml.AppendHtml(use);
        return svg;
    }
}
