using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events.Door;

/// <summary>What the door's page sends when it has a connection again, and the list of attendees as files.</summary>
public static class DoorEndpoints
{
    private const int AtOnce = 200;

    public static void MapDoor(this WebApplication app)
    {
        var list = app.MapGroup("/biuro/wydarzenia/{id:int}").ExcludeFromDescription();
        list.MapPost("/wejscie/bilety", Admit).Requires(Resource.Attendance, Act.Change);
        list.MapGet("/uczestnicy.csv", (int id, AppDb db, Me me, IStringLocalizer<Texts> texts, CancellationToken cancel) => File(id, "csv", CsvText.ContentType, SheetWriter.ToCsv, db, me, texts, cancel)).Requires(Resource.Attendance, Act.Read);
        list.MapGet("/uczestnicy.xlsx", (int id, AppDb db, Me me, IStringLocalizer<Texts> texts, CancellationToken cancel) => File(id, "xlsx", SheetWriter.Xlsx, rows => SheetWriter.ToXlsx(texts["Lista"], rows), db, me, texts, cancel)).Requires(Resource.Attendance, Act.Read);
    }

    /// <summary>Only JSON is read, which a page of another site cannot send with the person's cookie.</summary>
    private static async Task<Results<Ok<DoorAnswer>, NotFound, BadRequest>> Admit(int id, HttpRequest request, AppDb db, Me me, AdmitAttendee admit, CancellationToken cancel)
    {
        if (!await db.Set<Event>().RunBy(me).AnyAsync(e => e.Id == id, cancel))
            return TypedResults.NotFound();
        if (await Read(request, cancel) is not { } tickets || tickets.Count > AtOnce || tickets.Exists(t => t.Nonce == Guid.Empty || t.Code is { Length: > 100 }))
            return TypedResults.BadRequest();
        var answers = new List<Admission>();
        foreach (var ticket in tickets)
            answers.Add(await admit.Run(id, ticket, cancel));
        var entered = await db.Set<CheckIn>().Where(c => c.EventId == id && c.Accepted)
            .Select(c => new Entered(c.AttendeeId, DateTime.SpecifyKind(c.ShownAt, DateTimeKind.Utc), db.Users.Where(u => u.Id == c.ByUserId).Select(u => u.Name).FirstOrDefault())).ToListAsync(cancel);
        return TypedResults.Ok(new DoorAnswer(answers, entered));
    }

    /// <returns>Null for what is no list of tickets in JSON.</returns>
    private static async Task<List<ShownTicket>?> Read(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return request.HasJsonContentType() ? await request.ReadFromJsonAsync<List<ShownTicket>>(cancel) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> File(int id, string ending, string type, Func<IReadOnlyList<object?[]>, byte[]> write, AppDb db, Me me, IStringLocalizer<Texts> texts, CancellationToken cancel) =>
        await db.Set<Event>().RunBy(me).Where(e => e.Id == id).Select(e => e.Slug).SingleOrDefaultAsync(cancel) is { } slug
            ? TypedResults.File(write(await AttendeeSheet.Of(id, db, texts, cancel)), type, $"uczestnicy-{slug}.{ending}")
            : TypedResults.NotFound();
}

public sealed record DoorAnswer(IReadOnlyList<Admission> Answers, IReadOnlyList<Entered> Entered);

public sealed record Entered(int Attendee, DateTime At, string? By);
