using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Accounts.Passkeys;

/// <summary>Takes a new key of the person's device. The owner is told by letter, for a key opens the account for good.</summary>
public class AddPasskey(
    AppDb db, UserManager<User> users, IPasskeyHandler<User> handler, PasskeyChallenges challenges, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts, ILogger<AddPasskey> log)
{
    public const int Most = 10;
    public const int LongestName = 60;

    /// <param name="session">In which it is added: its person has just shown the key.</param>
    public async Task<Outcome> Run(User user, Guid? session, PasskeyForm form, HttpContext http, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(form.Credential))
            return Outcome.Refuse(texts["Przeglądarka nie utworzyła klucza. Potrzebny jest JavaScript i urządzenie z blokadą ekranu; inaczej użyj kodów z telefonu."]);
        if ((await users.GetPasskeysAsync(user)).Count >= Most)
            return Outcome.Refuse(texts["Masz już 10 kluczy. Usuń któryś, zanim dodasz następny."]);
        if (await challenges.Open(form.Seal, cancel) is not { } state)
            return Expired;
        var made = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = form.Credential, AttestationState = state });
        if (!made.Succeeded)
            log.LogWarning("A new passkey was refused: {Reason}", made.Failure.Message);
        if (!made.Succeeded || made.UserEntity.Id != user.Id.ToString(CultureInfo.InvariantCulture) || await users.FindByPasskeyIdAsync(made.Passkey.CredentialId) is not null)
            return Expired;
        await Save(user, session, made.Passkey, PlainText.Line(form.Name) ?? texts["Klucz"], cancel);
        return Outcome.Done;
    }

    private Outcome Expired => Outcome.Refuse(texts["Nie udało się dodać klucza. Spróbuj jeszcze raz."]);

    private async Task Save(User user, Guid? session, UserPasskeyInfo passkey, string name, CancellationToken cancel)
    {
        passkey.Name = name;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await users.AddOrUpdatePasskeyAsync(user, passkey);
        await db.Set<UserSession>().Where(s => s.Id == session).ExecuteUpdateAsync(s => s.SetProperty(x => x.SecondFactor, true), cancel);
        mail.Run(AccountLetters.KeyAdded(texts, AccountLetters.To(user), name, clock.GetUtcNow().UtcTicks));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}

/// <summary>What the browser sends when it has made or used a key.</summary>
public sealed class PasskeyForm
{
    [StringLength(AddPasskey.LongestName, ErrorMessage = "Nazwa klucza ma do 60 znaków.")]
    public string? Name { get; set; }

    [StringLength(20_000, ErrorMessage = "Nie udało się dodać klucza. Spróbuj jeszcze raz.")]
    public string? Credential { get; set; }

    [StringLength(10_000, ErrorMessage = "Nie udało się dodać klucza. Spróbuj jeszcze raz.")]
    public string? Seal { get; set; }
}
