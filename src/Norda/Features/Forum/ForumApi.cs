using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using Norda.Data;
using Norda.Data.Search.Polish;
using Norda.Features.Forum.Reading;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Forum;

/// <summary>Conversations as JSON, for members. Reading here marks nothing as read.</summary>
public static class ForumApi
{
    private const int PageSize = 50;
    private const int MostPages = 1_000;

    public static void MapForumApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1/forum").WithTags("Forum").Requires(Resource.Forum, Act.Read).WithETag();
        api.MapGet("/topics", List).WithName("forumTopics").WithSummary("Conversations").WithDescription($"Pinned ones first, then by the newest reply, {PageSize} a page.").AddOpenApiOperationTransformer(Describe);
        api.MapGet("/topics/{topic}", One).WithName("forumTopic").WithSummary("One conversation").WithDescription($"With its replies in order, {PageSize} a page. Texts are Markdown as they were typed; hidden replies are left out.").AddOpenApiOperationTransformer(Describe);
    }

    private static async Task<Ok<ForumTopicList>> List(AppDb db, Me me, Stemmer stemmer, TimeProvider clock, int? page, string? category, string? q, CancellationToken cancel)
    {
        var (number, topics) = (Math.Clamp(page ?? 1, 1, MostPages), db.Set<ForumTopic>().Where(t => t.HiddenAt == null));
        if (category is not null)
            topics = topics.Where(t => t.Category.Slug == category);
        if (q is not null)
            topics = topics.Saying(q, stemmer);
        var total = await topics.CountAsync(cancel);
        var rows = await topics.OrderByDescending(t => t.IsPinned).ThenByDescending(t => t.LastReplyAt).ThenByDescending(t => t.Id).Skip((number - 1) * PageSize).Take(PageSize)
            .Rows(db, me.Id!.Value, clock.GetUtcNow().UtcDateTime).ToListAsync(cancel);
        return TypedResults.Ok(new ForumTopicList(rows.ConvertAll(r => new ForumTopicItem(r.Id, r.Title, r.CategorySlug, r.Author, r.CreatedAt, r.LastReplyAt, r.Replies, r.Views, r.IsPinned, r.IsLocked, r.IsSolved, r.New, ForumQueries.Address(r.Id, r.Slug))), total, number, PageSize));
    }

    private static async Task<Results<Ok<ForumTopicContent>, NotFound>> One(int topic, AppDb db, Me me, int? page, CancellationToken cancel)
    {
        if (await db.FindTopic(topic, me, cancel) is not { } found)
            return TypedResults.NotFound();
        var number = Math.Clamp(page ?? 1, 1, MostPages);
        var replies = await db.Set<ForumReply>().Where(r => r.TopicId == topic && r.HiddenAt == null).OrderBy(r => r.Id).Skip((number - 1) * PageSize).Take(PageSize).Views().ToListAsync(cancel);
        return TypedResults.Ok(new ForumTopicContent(found.Id, found.Title, found.CategorySlug, found.Author, found.Content, found.CreatedAt, found.IsLocked, found.SolvedReplyId,
            replies.ConvertAll(r => new ForumReplyItem(r.Id, r.Author, r.Firm, r.Content, r.CreatedAt, r.UpdatedAt)), found.Replies, number, PageSize));
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            (parameter.Description, parameter.Example) = Explained(parameter.Name);
        operation.Responses ??= [];
        operation.Responses.TryAdd("401", new OpenApiResponse { Description = "Nobody is signed in." });
        operation.Responses.TryAdd("403", new OpenApiResponse { Description = "Not a member." });
        if (operation.Responses.TryGetValue("404", out var missing))
            missing.Description = "No such topic, or it is hidden.";
        return Task.CompletedTask;
    }

    private static (string Description, JsonNode Example) Explained(string? parameter) => parameter switch
    {
        "page" => ("Page of the answer, from 1.", 1),
        "category" => ("Slug of a category.", "pytania"),
        "q" => ("Words that occur in the topic or its replies, in any form.", "praktyki"),
        _ => ("Number of the topic.", 7),
    };
}

/// <summary>A page of topics.</summary>
public sealed record ForumTopicList(IReadOnlyList<ForumTopicItem> Items, int Total, int Page, int PageSize);

/// <summary>New counts replies since the reader's last visit.</summary>
public sealed record ForumTopicItem(int Id, string Title, string Category, string Author, DateTime CreatedAt, DateTime LastReplyAt, int Replies, int Views, bool IsPinned, bool IsLocked, bool IsSolved, int New, string Url);

public sealed record ForumTopicContent(int Id, string Title, string Category, string Author, string Content, DateTime CreatedAt, bool IsLocked, int? SolvedReplyId, IReadOnlyList<ForumReplyItem> Replies, int Total, int Page, int PageSize);

public sealed record ForumReplyItem(int Id, string Author, string? Firm, string Content, DateTime CreatedAt, DateTime? UpdatedAt);
