using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Accounts.Consents;

/// <summary>
/// What somebody agreed to before they had an account here, in the words and at the time of then. Only what goes to the very address to which
/// the consent was given; what was taken back since stays taken back. Adds to the caller's unit of work.
/// </summary>
public class CopyConsents(AppDb db, ConsentTexts consents, IEnumerable<IEarlierConsents> sources)
{
    public async Task Run(int person, int companyId, string email, CancellationToken cancel)
    {
        var known = await db.Set<UserConsent>().Where(c => c.UserId == person).Select(c => new { c.Kind, c.WithdrawnAt }).ToListAsync(cancel);
        foreach (var source in sources)
            foreach (var given in await source.Of(db, companyId, email, cancel))
                if (consents.On(given.Kind, DateOnly.FromDateTime(given.GivenAt.ToWarsaw())) is { } text && !known.Exists(k => k.Kind == given.Kind && (k.WithdrawnAt == null || k.WithdrawnAt >= given.GivenAt)))
                    db.Add(new UserConsent { UserId = person, Kind = given.Kind, Version = text.Version, Source = given.Source, GivenAt = given.GivenAt });
    }
}

/// <summary>A feature that takes consents of people without an account: register one as a singleton.</summary>
public interface IEarlierConsents
{
    /// <summary>What the address agreed to for the firm.</summary>
    Task<IReadOnlyList<EarlierConsent>> Of(AppDb db, int companyId, string email, CancellationToken cancel);
}

/// <param name="Kind">Of <see cref="ConsentTexts"/>.</param>
/// <param name="Source">Where it was ticked, as the person reads it.</param>
public sealed record EarlierConsent(string Kind, DateTime GivenAt, string Source);
