using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Mail;
using Norda.Features.Membership.Joining;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Deciding;

/// <summary>Somebody registered with the tax number of a firm that is not in the chamber: an enquiry, which the office answers with the way in.</summary>
public class InviteToDeclare(AppDb db, Me me, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <param name="origin">Scheme and host of the address in the letter.</param>
    public async Task<Outcome> Run(int userId, string origin, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (await db.Set<User>().Enquiring(db).Where(u => u.Id == userId).Select(u => new { u.Email, u.Name, u.CompanyNip }).SingleOrDefaultAsync(cancel) is not { } person)
            return Outcome.Refuse(texts["Ta osoba już nie czeka. Odśwież stronę."]);
        var letter = DeclarationLetters.Invite(texts, new Reader(userId, person.Email!, person.Name), person.CompanyNip!, $"{userId}:{clock.Today():yyyyMMdd}", origin); // once a day is enough
        if (await db.Set<OutboxMail>().AnyAsync(m => m.UniqueKey == letter.UniqueKey, cancel))
            return Outcome.Refuse(texts["Ta osoba dostała już dziś zaproszenie."]);
        mail.Run(letter);
        return await db.Decide(texts, cancel);
    }
}

public static class EnquiryQueries
{
    /// <summary>People with a proven address whose firm is neither theirs yet nor declared.</summary>
    public static IQueryable<User> Enquiring(this IQueryable<User> people, AppDb db) => people.Where(u =>
        u.CompanyNip != null && u.EmailConfirmed && u.IsActive && u.ErasedAt == null && !u.Companies.Any() && !db.Set<Declaration>().Any(d => d.Nip == u.CompanyNip));
}
