using System.Linq.Expressions;
using Norda.Platform;

namespace Norda.Features.News;

/// <summary>News in a list.</summary>
public sealed record NewsLine(int Id, string Slug, string Title, string? Summary, string Beginning, DateTime PublishedAt, bool IsPinned, string? PictureId, string? PictureAlt, int? PictureWidth, int? PictureHeight)
{
    private const int Read = 600;
    private const int Shown = 220;

    public static readonly Expression<Func<NewsPost, NewsLine>> From = n => new NewsLine(n.Id, n.Slug, n.Title, n.Summary, n.Content.Substring(0, Read), n.PublishedAt ?? n.CreatedAt, n.IsPinned, n.PictureId, n.PictureAlt, n.PictureWidth, n.PictureHeight);

    /// <summary>What it is about, in a sentence or two.</summary>
    public string Short => Summary ?? Shortened(MarkdownText.Plain(Beginning));

    public static string Shortened(string text)
    {
        var line = PlainText.Line(text) ?? "";
        return line.Length <= Shown ? line : line[..(line.LastIndexOf(' ', Shown) is > 0 and var end ? end : Shown)] + "…";
    }
}
