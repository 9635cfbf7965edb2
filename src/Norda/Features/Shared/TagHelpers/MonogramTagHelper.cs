using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Norda.Features.Shared.TagHelpers;

/// <summary>Two letters in the colour of the category, where a firm has no logo: &lt;monogram name="Metal-Port" hue="@category.Id" /&gt;.</summary>
[HtmlTargetElement("monogram", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MonogramTagHelper : TagHelper
{
    private const int Hues = 8;

    public string Name { get; set; } = "";
    public int Hue { get; set; }

    /// <summary>"sm", "xl", or nothing.</summary>
    public string? Size { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        var size = Size is null ? "" : $" mono-{Size}";
        output.Attributes.SetAttribute("class", $"mono{size} hue-{((Hue % Hues) + Hues) % Hues}");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetContent(Letters(Name));
    }

    public static string Letters(string name)
    {
        var words = string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var letters = words switch
        {
            [] => "?",
            [var only] => only[..Math.Min(2, only.Length)],
            [var first, var second, ..] => $"{first[0]}{second[0]}",
        };
        return letters.ToUpperInvariant();
    }
}
