using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Features.Messages.Reading;
using Norda.Features.Messages.Writing;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Messages;

/// <summary>One's own conversations as JSON, for who is signed in.</summary>
public static class MessagesApi
{
    private const int PageSize = 50;
    private const int MostPages = 1_000;

    public static void MapMessagesApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").WithTags("Messages");
        api.MapGet("/messages", Threads).Requires(Resource.Message, Act.Read).WithETag().WithName("messageThreads").WithSummary("My conversations")
            .WithDescription($"Of whoever is signed in and of the firms they answer for, the latest first, {PageSize} a page.").AddOpenApiOperationTransformer(Describe);
        api.MapGet("/messages/{id}", One).Requires(Resource.Message, Act.Read).WithETag().WithName("messageThread").WithSummary("One conversation")
            .WithDescription($"Its messages, the newest first, {PageSize} a page. Reading here marks nothing as read.").AddOpenApiOperationTransformer(Describe);
        api.MapPost("/messages", Send).Requires(Resource.Message, Act.Create).WithName("sendMessage").WithSummary("Write to a person or a firm, or answer")
            .WithDescription("Name one of `thread`, `person` and `company`; a new conversation needs a `subject`. The same `Idempotency-Key` sends once.").AddOpenApiOperationTransformer(Describe);
    }

    private static async Task<Ok<MessageThreadList>> Threads(AppDb db, Me me, int? page, CancellationToken cancel)
    {
        var (id, number) = (me.Id, Math.Clamp(page ?? 1, 1, MostPages));
        var lines = await db.Set<MessageThread>().AsNoTracking().VisibleTo(me).Where(t => !t.People.Any(p => p.UserId == id && p.DeletedUpTo >= t.LastMessageId))
            .OrderByDescending(t => t.LastMessageAt).ThenByDescending(t => t.Id).Skip((number - 1) * PageSize).Take(PageSize).Select(ThreadLine.For(me)).ToListAsync(cancel);
        return TypedResults.Ok(new MessageThreadList([.. lines.Select(l => new MessageThreadItem(l.Id, l.Subject, l.Firm, l.Other, l.At, l.Unread))], await db.UnreadMessages(me).CountAsync(cancel), number, PageSize));
    }

    private static async Task<Results<Ok<MessageList>, NotFound>> One(int id, AppDb db, Me me, int? page, CancellationToken cancel)
    {
        var number = Math.Clamp(page ?? 1, 1, MostPages);
        if (await db.Set<MessageThread>().VisibleTo(me).Where(t => t.Id == id).Select(t => new { t.Subject, From = t.People.Where(p => p.UserId == me.Id).Select(p => p.DeletedUpTo).FirstOrDefault() }).SingleOrDefaultAsync(cancel) is not { } thread)
            return TypedResults.NotFound();
        var messages = await db.Set<PrivateMessage>().AsNoTracking().Where(m => m.ThreadId == id && m.Id > thread.From).OrderByDescending(m => m.Id).Skip((number - 1) * PageSize).Take(PageSize).Select(MessageView.From).ToListAsync(cancel);
        return TypedResults.Ok(new MessageList(thread.Subject, [.. messages.Select(m => new MessageItem(m.Id, m.Sender, m.SenderId == me.Id, m.Content, m.IsRemoved, m.At, m.ReadAt))], number, PageSize));
    }

    private static async Task<Results<Ok<SentMessage>, NotFound, ValidationProblem, ProblemHttpResult>> Send(
        HttpRequest request, [FromHeader(Name = "Idempotency-Key")] string? key, AppDb db, Me me, StartThread start, ReplyInThread reply, CancellationToken cancel)
    {
        if (await Read(request, cancel) is not { } message)
            return TypedResults.Problem("Send a message as JSON.", statusCode: StatusCodes.Status400BadRequest);
        var form = new ThreadForm { Subject = message.Thread is null ? message.Subject ?? "" : "-", Content = message.Content ?? "", Key = key };
        var faults = new List<ValidationResult>();
        if (new object?[] { message.Thread, message.Person, message.Company }.Count(x => x is not null) != 1)
            faults.Add(new ValidationResult("Name one of thread, person and company.", ["Thread"]));
        Validator.TryValidateObject(form, new ValidationContext(form), faults, validateAllProperties: true);
        if (faults.Count > 0)
            return TypedResults.ValidationProblem(faults.GroupBy(f => f.MemberNames.First()).ToDictionary(g => g.Key.ToLowerInvariant(), g => g.Select(f => f.ErrorMessage!).ToArray()));
        if (message.Thread is { } thread)
            return !await db.Set<MessageThread>().VisibleTo(me).AnyAsync(t => t.Id == thread, cancel) ? TypedResults.NotFound() : Answer(thread, await reply.Run(thread, form, cancel));
        var firm = message.Company is { } slug ? await db.Companies.Listed().Where(c => c.Slug == slug).Select(c => (int?)c.Id).SingleOrDefaultAsync(cancel) : null;
        if (message.Company is not null && firm is null)
            return TypedResults.NotFound();
        var (started, outcome) = await start.Run(new Addressee(message.Person, firm), form, cancel);
        return Answer(started, outcome);
    }

    /// <summary>Only JSON is read, which a page of another site cannot send with the person's cookie.</summary>
    private static async Task<NewMessage?> Read(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return request.HasJsonContentType() ? await request.ReadFromJsonAsync<NewMessage>(cancel) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Results<Ok<SentMessage>, NotFound, ValidationProblem, ProblemHttpResult> Answer(int? thread, Outcome outcome) => outcome.Refusal is { } refusal
        ? TypedResults.Problem(refusal, statusCode: outcome.Wait is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status429TooManyRequests)
        : TypedResults.Ok(new SentMessage(thread!.Value));

    private static async Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        if (operation.OperationId == "sendMessage")
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = "Where it goes and what it says.",
                Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(NewMessage), null, cancel) } },
            };
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            (parameter.Description, parameter.Example) = parameter.Name switch
            {
                "page" => ("Page of the answer, from 1.", (JsonNode)1),
                "id" => ("Number of the conversation.", (JsonNode)7),
                _ => ("Yours, up to 100 characters: what is sent again with the same key is not written again.", (JsonNode)"2f1c0d3e"),
            };
        operation.Responses ??= [];
        operation.Responses.TryAdd("401", new OpenApiResponse { Description = "Nobody is signed in." });
        if (operation.Responses.TryGetValue("404", out var missing))
            missing.Description = "No such conversation of yours, or no such firm.";
    }
}

/// <summary>A page of conversations. Unread counts the messages of all of them, up to 100.</summary>
public sealed record MessageThreadList(IReadOnlyList<MessageThreadItem> Items, int Unread, int Page, int PageSize);

/// <summary>Company is the firm that was written to; Person who is at the other end.</summary>
public sealed record MessageThreadItem(int Id, string Subject, string? Company, string? Person, DateTime LastMessageAt, int Unread);

public sealed record MessageList(string Subject, IReadOnlyList<MessageItem> Items, int Page, int PageSize);

public sealed record MessageItem(int Id, string Sender, bool IsMine, string Content, bool IsRemoved, DateTime CreatedAt, DateTime? ReadAt);

/// <summary>One of Thread, Person (number) and Company (slug) says where it goes.</summary>
public sealed record NewMessage(int? Thread, int? Person, string? Company, string? Subject, string? Content);

public sealed record SentMessage(int Thread);
