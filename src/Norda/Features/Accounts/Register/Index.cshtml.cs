using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Accounts.Providers;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Register;

[Access(Resource.SignIn, Act.Create)]
[ResponseCache(NoStore = true)]
public class IndexModel(RegisterPerson register, Newcomer newcomer, SignInWithProvider signIn) : PageModel
{
    /// <summary>A provider vouches for the person: address and password need not be typed.</summary>
    public ProviderProof? Proof { get; private set; }

    [BindProperty]
    public RegisterForm Form { get; set; } = new();

    /// <summary>The same answer whether the address was new or not.</summary>
    public bool IsSent { get; private set; }

    public bool MissesConsent => ModelState.TryGetValue("Form.Accepts", out var state) && state.Errors.Count > 0;

    public void OnGet(int? wyslano)
    {
        IsSent = wyslano == 1;
        Proof = newcomer.Read(HttpContext);
        Form.Name = Proof?.Name is { } name ? name[..Math.Min(name.Length, UserMap.LongestName)] : "";
    }

    /// <summary>The address of the provider is somebody else's, or another shall be used.</summary>
    public IActionResult OnPostForget()
    {
        newcomer.Forget(HttpContext);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (newcomer.Read(HttpContext) is { } proof)
            return await ByProvider(proof, cancel);
        if (ModelState.IsValid && await register.Run(Form, Request.LetterOrigin(), cancel) is { Refusal: { } refusal } outcome)
            ModelState.AddModelError(outcome.Field ?? "", refusal);
        return ModelState.IsValid ? RedirectToPage(new { wyslano = 1 }) : this.ShowAgain();
    }

    private async Task<IActionResult> ByProvider(ProviderProof proof, CancellationToken cancel)
    {
        Proof = proof;
        ModelState.Remove("Form.Email");
        ModelState.Remove("Form.Password");
        if (ModelState.IsValid && await register.Run(Form, Request.LetterOrigin(), cancel, proof) is { Refusal: { } refusal } outcome)
            ModelState.AddModelError(outcome.Field ?? "", refusal);
        if (!ModelState.IsValid)
            return this.ShowAgain();
        newcomer.Forget(HttpContext);
        await signIn.Run(proof, HttpContext, cancel);
        return LocalRedirect(Url.Content("~/konto"));
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
