using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Features.Events.Rsvp;
using Norda.Platform;

namespace Norda.Features.Events.Planning;

/// <summary>Whom an event is for: all members, or those of firms of one branch, or of one town.</summary>
public sealed record InvitedGroup(string Kind, string? Value)
{
    public const string All = "wszyscy", Branch = "branza", Town = "miejscowosc";

    public IQueryable<User> Of(AppDb db, int eventId)
    {
        var listed = db.Companies.Listed();
        var firms = Kind switch
        {
            Branch => listed.Where(c => c.Category!.Slug == Value),
            Town => listed.Where(c => c.Address.Town == Value),
            _ => listed,
        };
        return db.Users.Where(u => u.IsActive && u.EmailConfirmed && u.Companies.Any(c => c.Status == CompanyUserStatus.Approved && firms.Any(f => f.Id == c.CompanyId))
            && !db.Set<Attendee>().Any(a => a.EventId == eventId && a.UserId == u.Id));
    }
}

/// <summary>Invites a group by letter and notice. Who was invited or has answered is not asked again.</summary>
public class InviteToEvent(AppDb db, EventLetters letters, EventNotices notices, RsvpLinks links, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int Most = 5000;

    /// <returns>How many were invited.</returns>
    public async Task<(int Invited, Outcome Outcome)> Run(int id, InvitedGroup group, CancellationToken cancel)
    {
        links.Prepare();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (one, now) = (await db.Set<Event>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel), clock.GetUtcNow().UtcDateTime);
        if (one is null || one.CancelledAt is not null || one.StartsAt <= now)
            return (0, Outcome.Refuse(texts["Na to wydarzenie nie można już zapraszać."]));
        var people = await group.Of(db, id).OrderBy(u => u.Id).Take(Most).Select(u => u.Id).ToListAsync(cancel);
        if (people.Count == 0)
            return (0, Outcome.Refuse(texts["Wszyscy z tej grupy mają już zaproszenie albo odpowiedzieli."]));
        await notices.Tell(group.Of(db, id).OrderBy(u => u.Id).Take(Most).Select(u => u.Id), EventKinds.Invitation, $"event:{id}:invited", one, "Zaproszenie: {0}", cancel);
        var readers = await notices.WhoWantLetters(group.Of(db, id), EventKinds.Invitation).OrderBy(u => u.Id).Take(Most).Select(u => new Reader(u.Id, u.Email!, u.Name, u.Language)).ToListAsync(cancel);
        db.AddRange(people.Select(person => new Attendee { EventId = id, UserId = person, Status = AttendeeStatus.Invited, RegisteredAt = now, ChangedAt = now }));
        foreach (var reader in readers)
            letters.Invited(one, reader);
        try
        {
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return (people.Count, Outcome.Done);
        }
        catch (DbUpdateException twice) when (Races.IsLost(twice))
        {
            return (0, Outcome.Refuse(texts["Ktoś właśnie zaprasza tę samą grupę. Odśwież stronę."]));
        }
    }
}
