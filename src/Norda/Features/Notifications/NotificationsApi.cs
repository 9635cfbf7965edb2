using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using Norda.Data;
using Norda.Features.Notifications.Inbox;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Notifications;

/// <summary>One's own notices as JSON, for who is signed in.</summary>
public static class NotificationsApi
{
    private const int PageSize = 50;
    private const int MostPages = 1_000;

    public static void MapNotificationsApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").WithTags("Notifications");
        api.MapGet("/notifications", List).Requires(Resource.Notification, Act.Read).WithETag().WithName("notifications").WithSummary("My notices")
            .WithDescription($"Of whoever is signed in, the newest first, {PageSize} a page.").AddOpenApiOperationTransformer(Describe);
        api.MapPost("/notifications/{id}/read", ReadOne).Requires(Resource.Notification, Act.Change).WithName("readNotification").WithSummary("Mark one as read")
            .WithDescription("Marked twice it stays as it is. Once read, a notice goes into no mail.").AddOpenApiOperationTransformer(Describe);
    }

    private static async Task<Ok<NotificationList>> List(AppDb db, Me me, int? page, bool? unread, CancellationToken cancel)
    {
        var number = Math.Clamp(page ?? 1, 1, MostPages);
        var told = db.Set<UserNotification>().AsNoTracking().Of(me.Id);
        if (unread == true)
            told = told.Unread();
        var items = await told.OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(n => new NotificationItem(n.Id, n.Kind, n.NotificationType, n.Title, n.Message, n.ActionUrl, n.RelatedType, n.RelatedId, n.IsRead, n.CreatedAt)).ToListAsync(cancel);
        return TypedResults.Ok(new NotificationList(items, await db.UnreadNotices(me.Id).CountAsync(cancel), number, PageSize));
    }

    private static async Task<Results<Ok<UnreadCount>, NotFound>> ReadOne(int id, AppDb db, Me me, ReadNotices read, CancellationToken cancel)
    {
        if (!await db.Set<UserNotification>().Of(me.Id).AnyAsync(n => n.Id == id, cancel))
            return TypedResults.NotFound();
        await read.One(id, cancel);
        return TypedResults.Ok(await Unread(db, me, cancel));
    }

    /// <summary>What the bell asks when it hears of something new.</summary>
    public static async Task<UnreadCount> Unread(AppDb db, Me me, CancellationToken cancel) => new(await db.UnreadNotices(me.Id).CountAsync(cancel));

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            (parameter.Description, parameter.Example) = Explained(parameter.Name);
        operation.Responses ??= [];
        operation.Responses.TryAdd("401", new OpenApiResponse { Description = "Nobody is signed in." });
        if (operation.Responses.TryGetValue("404", out var missing))
            missing.Description = "No such notice of yours.";
        return Task.CompletedTask;
    }

    private static (string Description, JsonNode Example) Explained(string? parameter) => parameter switch
    {
        "page" => ("Page of the answer, from 1.", 1),
        "unread" => ("Only what has not been read.", true),
        _ => ("Number of the notice.", 7),
    };
}

/// <summary>A page of notices. Unread counts all of them, up to 100.</summary>
public sealed record NotificationList(IReadOnlyList<NotificationItem> Items, int Unread, int Page, int PageSize);

public sealed record NotificationItem(int Id, string Kind, string Type, string Title, string? Message, string? Url, string? RelatedType, int? RelatedId, bool IsRead, DateTime CreatedAt);

/// <summary>Unread notices, counted up to 100.</summary>
public sealed record UnreadCount(int Unread);
