using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Platform;

namespace Norda.Features.Forum.Feed;

/// <summary>What is new in the forum, as RSS 2.0, for who holds the address and is still a member.</summary>
public static class ForumRss
{
    public const string ContentType = "application/rss+xml; charset=utf-8";
    private const int Most = 50;

    public static async Task<Results<ContentHttpResult, NotFound>> Read(string token, HttpRequest request, AppDb db, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var hash = AccountToken.HashOf(token);
        if (!await db.Users.Readers().AnyAsync(u => db.Set<ForumFeed>().Any(f => f.UserId == u.Id && f.TokenHash == hash), cancel))
            return TypedResults.NotFound();
        var topics = await db.Set<ForumTopic>().Where(t => t.HiddenAt == null).OrderByDescending(t => t.CreatedAt).Take(Most)
            .Select(t => new FeedItem(t.Id, t.Slug, null, t.Title, t.Content, t.Author.Name, t.Category.Name, t.CreatedAt)).ToListAsync(cancel);
        var replies = await db.Set<ForumReply>().Where(r => r.HiddenAt == null && r.Topic.HiddenAt == null).OrderByDescending(r => r.CreatedAt).Take(Most)
            .Select(r => new FeedItem(r.TopicId, r.Topic.Slug, r.Id, "Re: " + r.Topic.Title, r.Content, r.Author.Name, r.Topic.Category.Name, r.CreatedAt)).ToListAsync(cancel);
        var items = topics.Concat(replies).OrderByDescending(i => i.CreatedAt).Take(Most);
        return TypedResults.Text(Of(items, request.Origin(), texts["Forum izby"]), ContentType, Encoding.UTF8);
    }

    private static string Of(IEnumerable<FeedItem> items, string origin, string title) =>
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{new XElement("rss", new XAttribute("version", "2.0"), new XElement("channel", new XElement("title", title), new XElement("link", origin + "/forum"), new XElement("description", title), items.Select(i => Item(i, origin))))}";

    private static XElement Item(FeedItem item, string origin) => new("item",
        new XElement("title", Clean($"{item.Title} ({item.Author})")),
        new XElement("link", origin + ForumQueries.Address(item.TopicId, item.Slug, item.Reply)),
        new XElement("guid", new XAttribute("isPermaLink", "false"), string.Create(CultureInfo.InvariantCulture, $"forum:{item.TopicId}:{item.Reply ?? 0}")),
        new XElement("category", Clean(item.Category)),
        new XElement("pubDate", item.CreatedAt.ToString("R", CultureInfo.InvariantCulture)),
        new XElement("description", Clean(MarkdownText.Plain(item.Content))));

    /// <summary>XML has no place for halves of a sign and the like, which a database may hold.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value is '\n' or '\t' or >= 0x20 and not (0xFFFE or 0xFFFF)));

    private sealed record FeedItem(int TopicId, string Slug, int? Reply, string Title, string Content, string Author, string Category, DateTime CreatedAt);
}
