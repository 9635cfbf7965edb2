using System.Globalization;
using System.Xml.Linq;

namespace Norda.Platform;

/// <summary>One entry of a feed. Id stays the same for ever; Text is plain.</summary>
public sealed record RssItem(string Id, string Title, string Url, string? Category, DateTime At, string Text);

/// <summary>Feeds as RSS 2.0.</summary>
public static class Rss
{
    public const string ContentType = "application/rss+xml; charset=utf-8";

    public static string Of(string title, string url, IEnumerable<RssItem> items) =>
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{new XElement("rss", new XAttribute("version", "2.0"), new XElement("channel", new XElement("title", Clean(title)), new XElement("link", url), new XElement("description", Clean(title)), items.Select(Item)))}";

    private static XElement Item(RssItem item) => new("item",
        new XElement("title", Clean(item.Title)),
        new XElement("link", item.Url),
        new XElement("guid", new XAttribute("isPermaLink", "false"), item.Id),
        item.Category is { } category ? new XElement("category", Clean(category)) : null,
        new XElement("pubDate", item.At.ToString("R", CultureInfo.InvariantCulture)),
        new XElement("description", Clean(item.Text)));

    /// <summary>XML has no place for halves of a sign and the like, which a database may hold.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value is '\n' or '\t' or >= 0x20 and not (0xFFFE or 0xFFFF)));
}
