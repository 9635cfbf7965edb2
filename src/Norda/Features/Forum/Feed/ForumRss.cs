using System.Globalization;
using System.Text;
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
        return TypedResults.Text(Rss.Of(texts["Forum izby"], request.Origin() + "/forum", items.Select(i => Entry(i, request.Origin()))), Rss.ContentType, Encoding.UTF8);
    }

    private static RssItem Entry(FeedItem item, string origin) => new(
        string.Create(CultureInfo.InvariantCulture, $"forum:{item.TopicId}:{item.Reply ?? 0}"), $"{item.Title} ({item.Author})",
        origin + ForumQueries.Address(item.TopicId, item.Slug, item.Reply), item.Category, item.CreatedAt, MarkdownText.Plain(item.Content));

    private sealed record FeedItem(int TopicId, string Slug, int? Reply, string Title, string Content, string Author, string Category, DateTime CreatedAt);
}
