using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Mail;

/// <summary>Without a mail server letters become files: the office must know, for members wait for them.</summary>
public sealed class NoSmtpNotice(Me me, IOptionsMonitor<MailOptions> mail, IStringLocalizer<Texts> texts) : INotice
{
    public string? Text() => me.IsOffice && string.IsNullOrEmpty(mail.CurrentValue.Host) ? texts["Listy nie wychodzą: nie ustawiono serwera poczty. Zapisują się jako pliki w folderze var/mail."].Value : null;
}
