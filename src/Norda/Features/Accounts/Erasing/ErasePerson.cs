using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Data.Privacy;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Accounts.Erasing;

/// <summary>
/// Forgets a person (RODO, article 17): the row stays as "były użytkownik", so that books, the log and other people's threads keep
/// their author's number; all that tells who it was goes, everywhere, in one transaction.
/// </summary>
public class ErasePerson(AppDb db, IEnumerable<IForgetPerson> features, PersonRows rows, RedactAudit audit, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <summary>Addresses at which nobody is: RFC 2606.</summary>
    private const string Nowhere = "usuniete.invalid";

    /// <param name="keepsTexts">Published recommendations stay, without a name.</param>
    public async Task<Outcome> Run(int personId, bool keepsTexts, CancellationToken cancel)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            if (await db.Users.AsNoTracking().Where(u => u.Id == personId && u.ErasedAt == null).Select(u => new { u.Name, u.Email, u.PhoneNumber, u.IsAdmin }).SingleOrDefaultAsync(cancel) is not { } person)
                return Outcome.Refuse(texts["To konto jest już usunięte."]);
            if (person.IsAdmin && me.Id != personId && !me.IsSystem && !me.Is(Role.Admin))
                return Outcome.Refuse(texts["Dane administratora usuwa tylko administrator."]);
            if (person.IsAdmin && !await db.Users.AnyAsync(u => u.Id != personId && u.IsActive && u.Roles.Any(r => r.Role == Role.Admin), cancel))
                return Outcome.Refuse(texts["To jedyny administrator. Najpierw daj tę rolę komuś innemu."]);
            var words = new ErasedWords(person.Name, person.Email!, person.PhoneNumber);
            foreach (var feature in features)
                await feature.Forget(new ForgottenPerson(personId, person.Name, person.Email!, keepsTexts), cancel);
            var own = await audit.Find(personId, cancel);
            await rows.Forget(personId, words, cancel);
            if (!await Anonymise(personId, cancel))
                return Outcome.Refuse(texts["To konto jest już usunięte."]);
            db.ChangeTracker.Clear(); // what was read of the person on the way here
            await audit.Run(personId, own, words, (me.Id, clock.GetUtcNow().UtcDateTime), cancel);
            await transaction.CommitAsync(cancel);
        }

        await db.Scrub(cancel);
        return Outcome.Done;
    }

    private async Task<bool> Anonymise(int id, CancellationToken cancel)
    {
        var (now, nobody) = (clock.GetUtcNow().UtcDateTime, string.Create(CultureInfo.InvariantCulture, $"{id}@{Nowhere}"));
        return await db.Users.Where(u => u.Id == id && u.ErasedAt == null).ExecuteUpdateAsync(u => u
            .SetProperty(x => x.Name, ErasedWords.Nobody).SetProperty(x => x.Email, nobody).SetProperty(x => x.NormalizedEmail, nobody.ToUpperInvariant())
            .SetProperty(x => x.UserName, nobody).SetProperty(x => x.NormalizedUserName, nobody.ToUpperInvariant()).SetProperty(x => x.PasswordHash, (string?)null)
            .SetProperty(x => x.SecurityStamp, (string?)null).SetProperty(x => x.PhoneNumber, (string?)null).SetProperty(x => x.CompanyNip, (string?)null).SetProperty(x => x.Language, (string?)null)
            .SetProperty(x => x.CompanyId, (int?)null).SetProperty(x => x.EmailConfirmed, false).SetProperty(x => x.TwoFactorEnabled, false).SetProperty(x => x.IsActive, false)
            .SetProperty(x => x.IsAdmin, false).SetProperty(x => x.IsNordaMember, false).SetProperty(x => x.LastLogin, (DateTime?)null).SetProperty(x => x.ErasedAt, now), cancel) == 1;
    }
}
