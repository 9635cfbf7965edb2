using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Accounts.Consents;

/// <summary>A person agrees to the present text of a kind, or takes back what is theirs to take back. Every step stays written.</summary>
public class GiveConsent(AppDb db, ConsentTexts consents, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <param name="version">Of the text that the person saw.</param>
    public async Task<Outcome> Run(int person, string kind, string version, CancellationToken cancel)
    {
        if (consents.CurrentOf(kind) is not { } text || text.Version != version)
            return Outcome.Refuse(texts["Ten tekst właśnie się zmienił. Przeczytaj nowy i potwierdź jeszcze raz."]);
        if (await db.Set<UserConsent>().AnyAsync(c => c.UserId == person && c.Kind == kind && c.Version == version && c.WithdrawnAt == null, cancel))
            return Outcome.Done;
        db.Add(new UserConsent { UserId = person, Kind = kind, Version = version, Source = "konto", GivenAt = clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    public async Task<Outcome> TakeBack(int person, string kind, CancellationToken cancel)
    {
        if (consents.CurrentOf(kind) is not { IsRequired: false })
            return Outcome.Refuse(texts["Bez tej zgody nie ma konta. Jeśli nie chcesz jej dawać, usuń konto."]);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var consent in await db.Set<UserConsent>().Where(c => c.UserId == person && c.Kind == kind && c.WithdrawnAt == null).ToListAsync(cancel))
            consent.WithdrawnAt = now;
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>Required texts that changed since the person agreed to them.</summary>
    public async Task<IReadOnlyList<ConsentText>> Outdated(int person, CancellationToken cancel)
    {
        var given = await db.Set<UserConsent>().Where(c => c.UserId == person && c.WithdrawnAt == null).Select(c => new { c.Kind, c.Version }).ToListAsync(cancel);
        return [.. consents.Current.Where(t => t.IsRequired && given.Exists(g => g.Kind == t.Kind) && !given.Exists(g => g.Kind == t.Kind && g.Version == t.Version))];
    }

    /// <summary>Where to go after signing in: to the new text first, when there is one.</summary>
    public async Task<string> AfterSignIn(int person, string home, string page, CancellationToken cancel) =>
        (await Outdated(person, cancel)).Count > 0 ? page + QueryString.Create("powrot", home) : home;
}
