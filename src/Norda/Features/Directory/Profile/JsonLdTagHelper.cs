using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Norda.Features.Directory.Profile;

/// <summary>&lt;script json-ld="@json"&gt; holds data, not code: browsers never run it, so the content policy needs no exception.</summary>
[HtmlTargetElement("script", Attributes = Attribute)]
public sealed class JsonLdTagHelper : TagHelper
{
    private const string Attribute = "json-ld";

    /// <summary>Written by an encoder that leaves no "&lt;" in texts: inside a script element HTML entities would not be read.</summary>
    [HtmlAttributeName(Attribute)]
    public string Json { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Json.Contains('<', StringComparison.Ordinal))
            throw new InvalidOperationException("This JSON could close the script element.");
        output.Attributes.SetAttribute("type", "application/ld+json");
        output.Content.SetHtmlContent(Json);
    }
}
