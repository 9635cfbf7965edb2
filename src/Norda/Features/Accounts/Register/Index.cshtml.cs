using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Norda.Features.Accounts.Passwords;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Register;

[Access(Resource.SignIn, Act.Create)]
[ResponseCache(NoStore = true)]
public class IndexModel(RegisterPerson register) : PageModel
{
    [BindProperty]
    public RegisterForm Form { get; set; } = new();

    /// <summary>The same answer whether the address was new or not.</summary>
    public bool IsSent { get; private set; }

    public bool MissesConsent => ModelState.TryGetValue("Form.Accepts", out var state) && state.Errors.Count > 0;

    public void OnGet(int? wyslano) => IsSent = wyslano == 1;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid && await register.Run(Form, Request.LetterOrigin(), cancel) is { Refusal: { } refusal } outcome)
            ModelState.AddModelError(outcome.Field ?? "", refusal);
        return ModelState.IsValid ? RedirectToPage(new { wyslano = 1 }) : this.ShowAgain();
    }
}

public sealed class RegisterForm
{
    [Required(ErrorMessage = "Wpisz imię i nazwisko.")]
    [StringLength(UserMap.LongestName, ErrorMessage = "Imię i nazwisko mają do 100 znaków.")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Wpisz adres e-mail, na przykład jan@firma.pl.")]
    [StringLength(Platform.Email.MaxLength, ErrorMessage = "Adres e-mail ma do 254 znaków.")]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Wpisz NIP firmy: 10 cyfr.")]
    [Nip]
    public string Nip { get; set; } = "";

    [Required(ErrorMessage = "Wpisz hasło.")]
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string Password { get; set; } = "";

    [Range(typeof(bool), "true", "true", ErrorMessage = "Bez tej zgody nie możemy założyć konta.")]
    public bool Accepts { get; set; }
}
