using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Html;

namespace Norda.Platform;

/// <summary>
/// What people write at length: paragraphs, lists, headings, bold, links. HTML that they type is text; what Markdig makes goes
/// through an allow list once more, so that a fault of one of the two is not enough.
/// </summary>
public static class MarkdownText
{
    private const int TopHeading = 3; // the page has its own first and second level

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseSoftlineBreakAsHardlineBreak().UseAutoLinks().Build();

    private static readonly HtmlSanitizer AllowList = MakeAllowList();

    public static IHtmlContent Html(string text)
    {
        var document = Markdown.Parse(PolishText.Nbsp(text), Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Clamp(heading.Level + 1, TopHeading, TopHeading + 1);
        return new HtmlString(AllowList.Sanitize(document.ToHtml(Pipeline)));
    }

    /// <summary>As it will look, while it is still written: nothing typed is no fault, and what is too long is shown as far as it may go.</summary>
    public static IHtmlContent Preview(string? typed, int longest) => Html(typed is null ? "" : typed[..Math.Min(typed.Length, longest)]);

    /// <summary>The words alone, for search engines and previews.</summary>
    public static string Plain(string text) => Markdown.ToPlainText(text, Pipeline).Trim();

    private static HtmlSanitizer MakeAllowList()
    {
        var list = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(["p", "br", "strong", "em", "ul", "ol", "li", "a", "h3", "h4", "blockquote", "code", "pre", "hr"], StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["href", "rel"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "tel"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
        });
        list.PostProcessNode += (_, node) => (node.Node as AngleSharp.Dom.IElement)?.SetRelOfLink();
        return list;
    }

    /// <summary>Search engines are told that the chamber does not answer for the link.</summary>
    private static void SetRelOfLink(this AngleSharp.Dom.IElement element)
    {
        if (element.LocalName == "a")
            element.SetAttribute("rel", "nofollow noopener ugc");
    }
}
