using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Accounts;
using Norda.Features.Events;
using Norda.Features.Events.Planning;
using Norda.Features.Events.Rsvp;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Tests.Events;

/// <summary>Puts events into the calendar of a test, and people before them.</summary>
internal static class Planning
{
    public static EventForm Form(string title, string date = "2026-12-03", string start = "17:00", string? end = "19:00", string? seats = null) =>
        new() { Title = title, Date = date, Start = start, End = end, Seats = seats, Location = "Biuro izby, Wejherowo" };

    public static async Task<Event> Event(this TestApp app, string title, string date = "2026-12-03", string start = "17:00", string? seats = null, Action<EventForm>? more = null)
    {
        var form = Form($"{title} {Guid.NewGuid():N}"[..Math.Min(title.Length + 9, 60)], date, start, seats: seats, end: null);
        more?.Invoke(form);
        var (made, outcome) = await app.Run<SaveEvent, (Event?, Outcome)>(save => save.Run(null, form, CancellationToken.None));
        Assert.Null(outcome.Refusal);
        return made!;
    }

    public static async Task<User> Member(this TestApp app, string name) => await app.Person(name, await app.Firm($"Firma {Guid.NewGuid():N}"[..20]));

    /// <summary>Many members at once, without a change log.</summary>
    public static async Task<List<int>> Crowd(this TestApp app, int many)
    {
        var firm = await app.Firm($"Tłum {Guid.NewGuid():N}"[..20]);
        return await app.Db(async db =>
        {
            var people = Enumerable.Range(0, many).Select(i => $"tlum{i}-{Guid.NewGuid():N}@osoby.example").Select(email => new User
            {
                Name = "Osoba " + email[..6], Email = email, UserName = email, NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = email.ToUpperInvariant(), EmailConfirmed = true, SecurityStamp = email, CompanyId = firm.Id,
                Companies = { new CompanyUser { CompanyId = firm.Id, Status = CompanyUserStatus.Approved, Role = CompanyRole.Viewer } },
            }).ToList();
            db.AddRange(people);
            await db.Unaudited(() => db.SaveChangesAsync());
            return people.ConvertAll(p => p.Id);
        });
    }

    public static async Task<AttendeeStatus?> Says(this IServiceProvider services, Event one, int person, RsvpAnswer answer, params string[] guests)
    {
        await using var scope = services.CreateAsyncScope();
        var (status, _) = await scope.ServiceProvider.GetRequiredService<RsvpToEvent>().Run(one.Id, person, answer, guests.Length > 0 ? new RsvpForm { Guests = [.. guests] } : null, CancellationToken.None);
        return status;
    }

    public static Task<AttendeeStatus?> Says(this TestApp app, Event one, User person, RsvpAnswer answer, params string[] guests) => app.Services.Says(one, person.Id, answer, guests);

    public static Task<Attendee> Answer(this TestApp app, Event one, int person) => app.Db(db => db.Set<Attendee>().AsNoTracking().SingleAsync(a => a.EventId == one.Id && a.UserId == person));

    public static Task<int> Taken(this TestApp app, Event one) => app.Db(db => db.Set<Event>().Where(e => e.Id == one.Id).Select(e => e.Taken).SingleAsync());

    public static string Local(DateTime utc, string format) => utc.ToWarsaw().ToString(format, CultureInfo.InvariantCulture);
}
