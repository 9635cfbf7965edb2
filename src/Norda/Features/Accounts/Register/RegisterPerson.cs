using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Accounts.Consents;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Accounts.Providers;
using Norda.Features.Directory;
using Norda.Features.Mail;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Register;

/// <summary>
/// Makes an account, asks the firm to let the person in, and sends the letter that proves the address. Whether the address
/// has an account already is told in a letter to its owner, never on the page.
/// </summary>
public class RegisterPerson(
    AppDb db, UserManager<User> users, BcryptHasher hasher, HashGate gate, PasswordCheck check, AskForProof askForProof, QueueMail mail, TimeProvider clock, IOptions<ChamberOptions> chamber, ConsentTexts consents,
    IStringLocalizer<Texts> texts)
{
    /// <param name="origin">Scheme and host of the addresses in the letters.</param>
    /// <param name="proof">A provider vouches for the address: it needs no letter, and the account no password.</param>
    public async Task<Outcome> Run(RegisterForm form, string origin, CancellationToken cancel, ProviderProof? proof = null)
    {
        if (!Email.TryParse(proof?.Email ?? form.Email, out var email))
            return Outcome.Refuse(texts["Wpisz adres e-mail, na przykład jan@firma.pl."], "Form.Email");
        if (!Nip.TryParse(form.Nip, out var nip))
            return Outcome.Refuse(texts["Wpisz NIP firmy: 10 cyfr."], "Form.Nip");
        var firm = await db.Companies.Where(c => c.Nip == nip && c.Status != CompanyStatus.Archived).Select(c => new { c.Id, c.Name }).SingleOrDefaultAsync(cancel);
        if (proof is null && await check.FaultOf(form.Password, hasSecondFactor: false, cancel, form.Name, email, firm?.Name) is { } fault)
            return Outcome.Refuse(fault.In(texts), "Form.Password");

        var user = New(form, email, nip);
        user.EmailConfirmed = proof is not null;
        if (proof is null)
            user.PasswordHash = await gate.Run(() => hasher.HashPassword(user, form.Password), cancel); // also for an address that is taken: it takes as long
        var normalized = user.NormalizedEmail;
        if (await db.Set<User>().Where(u => u.NormalizedEmail == normalized).Select(u => new { u.Id, u.Name }).SingleOrDefaultAsync(cancel) is { } owner)
            return proof is null ? await WarnOwner(owner.Id, owner.Name, email, origin, cancel) : Taken;
        if (firm is not null)
            user.Companies.Add(new CompanyUser { CompanyId = firm.Id, Role = CompanyRole.Viewer, Status = CompanyUserStatus.Requested, CreatedAt = Now });
        return await Save(user, proof, firm?.Id, firm?.Name, origin, cancel);
    }

    /// <summary>Said to the owner of the address alone: the provider proved that it is theirs.</summary>
    private Outcome Taken => Outcome.Refuse(texts["Masz już konto z tym adresem. Zaloguj się."]);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private User New(RegisterForm form, string email, string nip) => new()
    {
        Name = PlainText.Line(form.Name)!, Email = email, UserName = email, NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = email.ToUpperInvariant(),
        SecurityStamp = Guid.NewGuid().ToString(), CompanyNip = nip, CreatedAt = Now, LockoutEnabled = true,
    };

    private async Task<Outcome> Save(User user, ProviderProof? proof, int? firmId, string? firmName, string origin, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(user);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return proof is null ? Outcome.Done : Taken; // the same form twice at once: the other one made the account and its letter
        }

        db.AddRange(consents.GivenBy(user.Id, "rejestracja"));
        if (proof is null)
            askForProof.Run(user, origin);
        else
            await users.AddLoginAsync(user, proof.Login);
        await AskToLetIn(user, firmId, firmName, origin, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>The firm's owners decide; where there is none, the office does.</summary>
    private async Task AskToLetIn(User user, int? firmId, string? firmName, string origin, CancellationToken cancel)
    {
        var owners = firmId is null ? [] : await db.Set<CompanyUser>().Where(c => c.CompanyId == firmId && c.Role == CompanyRole.Owner && c.Status == CompanyUserStatus.Approved && c.User.IsActive)
            .Select(c => new Reader(c.UserId, c.User.Email!, c.User.Name)).ToListAsync(cancel);
        var (readers, page) = owners.Count > 0 ? (owners, string.Create(CultureInfo.InvariantCulture, $"/moja-firma/zespol?firma={firmId}")) : ([.. chamber.Value.Email is { } office ? new[] { new Reader(null, office, null) } : []], "/biuro/osoby");
        foreach (var reader in readers)
            mail.Run(FirmLetters.Join(texts, reader, user, firmId, firmName, origin + page));
    }

    private async Task<Outcome> WarnOwner(int id, string name, string email, string origin, CancellationToken cancel)
    {
        var letter = AccountLetters.RegisteredAgain(texts, new Reader(id, email, name), clock.Today(), origin); // once a day is enough
        if (await db.Set<OutboxMail>().AnyAsync(m => m.UniqueKey == letter.UniqueKey, cancel))
            return Outcome.Done;
        mail.Run(letter);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}
