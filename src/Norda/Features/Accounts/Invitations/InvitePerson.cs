using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Invitations;

/// <summary>Asks a colleague into the firm by letter. Whether the address has an account is nobody's business but its owner's.</summary>
public class InvitePerson(AppDb db, Me me, AccountLinks links, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);
    private const int MostPerDay = 20;

    /// <param name="origin">Scheme and host of the address in the letter.</param>
    public async Task<Outcome> Run(int companyId, string? typed, CompanyRole role, string origin, CancellationToken cancel)
    {
        if (!me.Owns(companyId))
            return Outcome.Refuse(texts["O tym, kto należy do firmy, decyduje jej właściciel albo biuro izby."]);
        if (!Email.TryParse(typed, out var email))
            return Outcome.Refuse(texts["Wpisz adres e-mail, na przykład jan@firma.pl."], "email");
        var yesterday = clock.GetUtcNow().UtcDateTime.AddDays(-1);
        var sent = db.Set<AccountToken>().Where(t => t.Purpose == TokenPurpose.Invitation && t.CompanyId == companyId && t.CreatedAt > yesterday);
        if (await sent.CountAsync(cancel) >= MostPerDay)
            return new Outcome(texts["Firma wysłała dziś już {0} zaproszeń. Następne wyślesz jutro.", MostPerDay], "email") { Wait = await sent.MinAsync(t => t.CreatedAt, cancel) - yesterday };
        await Withdraw(companyId, email, cancel);
        var name = await db.Companies.Where(c => c.Id == companyId).Select(c => c.Name).SingleAsync(cancel);
        var secret = links.Issue(TokenPurpose.Invitation, Lifetime, email: email, companyId: companyId, detail: role.ToString(), by: me.Id);
        mail.Run(FirmLetters.Invitation(texts, email, me.Name, name, secret, origin, clock.GetUtcNow() + Lifetime));
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>An earlier link to the same mailbox stops working.</summary>
    private Task<int> Withdraw(int companyId, string email, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Set<AccountToken>().Where(t => t.Purpose == TokenPurpose.Invitation && t.CompanyId == companyId && t.Email == email && t.UsedAt == null).ExecuteUpdateAsync(t => t.SetProperty(x => x.UsedAt, now), cancel);
    }
}

/// <summary>Takes an invitation back before anybody used it.</summary>
public class WithdrawInvitation(AppDb db, Me me, TimeProvider clock)
{
    public Task Run(int companyId, int id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return me.Owns(companyId)
            ? db.Set<AccountToken>().Where(t => t.Id == id && t.CompanyId == companyId && t.Purpose == TokenPurpose.Invitation && t.UsedAt == null).ExecuteUpdateAsync(t => t.SetProperty(x => x.UsedAt, now), cancel)
            : Task.CompletedTask;
    }
}
