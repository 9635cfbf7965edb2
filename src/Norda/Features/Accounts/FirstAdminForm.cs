using System.ComponentModel.DataAnnotations;
using Norda.Features.Accounts.Passwords;

namespace Norda.Features.Accounts;

public sealed class FirstAdminForm
{
    [Required(ErrorMessage = "Wpisz imię i nazwisko.")]
    [StringLength(UserMap.LongestName, ErrorMessage = "Imię i nazwisko mają do 100 znaków.")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Wpisz adres e-mail, na przykład jan@firma.pl.")]
    [StringLength(Platform.Email.MaxLength, ErrorMessage = "Adres e-mail ma do 254 znaków.")]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Wpisz hasło.")]
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string Password { get; set; } = "";
}
