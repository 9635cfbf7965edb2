using System.ComponentModel.DataAnnotations;
using MailKit.Security;

namespace Norda.Features.Mail;

/// <summary>The server that takes our letters. Section Norda:Mail; without a host they are written to a folder as .eml files.</summary>
public sealed class MailOptions
{
    public const string Section = "Norda:Mail";

    [RegularExpression("[A-Za-z0-9.:_-]{1,253}", ErrorMessage = "Wpisz nazwę serwera, na przykład smtp.izba.pl.")]
    public string? Host { get; set; }

    [Range(1, 65_535, ErrorMessage = "Port to liczba od 1 do 65535.")]
    public int Port { get; set; } = 587;

    /// <summary>Auto, None, SslOnConnect, StartTls, StartTlsWhenAvailable.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.Auto;

    public string? User { get; set; }
    public string? Password { get; set; }

    [EmailAddress(ErrorMessage = "Wpisz adres e-mail, na przykład biuro@izba.pl.")]
    public string From { get; set; } = "norda@localhost.localdomain";

    /// <summary>Where letters go without a host.</summary>
    public string Folder { get; set; } = "var/mail";

    /// <summary>Where the mail server puts reports of letters that did not arrive, one a file .eml.</summary>
    public string BounceFolder { get; set; } = "var/bounces";
}
