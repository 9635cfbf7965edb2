using Microsoft.Extensions.Localization;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Accounts.Register;

/// <summary>The letter that proves an address: when an account is made, and again when the office is asked for it.</summary>
public class AskForProof(AccountLinks links, QueueMail mail, IStringLocalizer<Texts> texts)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Joins the caller's unit of work. The person must have a number.</summary>
    public void Run(User user, string origin)
    {
        var secret = links.Issue(TokenPurpose.VerifyEmail, Lifetime, user, user.Email);
        mail.Run(AccountLetters.Verify(texts, AccountLetters.To(user), secret, origin));
    }
}
