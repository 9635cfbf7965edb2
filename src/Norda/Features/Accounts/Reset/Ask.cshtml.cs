using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Reset;

[Access(Resource.SignIn, Act.Create)]
[ResponseCache(NoStore = true)]
public class AskModel(AskForReset ask) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Wpisz adres e-mail, na przykład jan@firma.pl.")]
    [StringLength(Platform.Email.MaxLength, ErrorMessage = "Adres e-mail ma do 254 znaków.")]
    public string Email { get; set; } = "";

    public bool IsSent { get; private set; }

    public void OnGet(int? wyslano) => IsSent = wyslano == 1;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return this.ShowAgain();
        await ask.Run(Email, Request.LetterOrigin(), cancel);
        return RedirectToPage(new { wyslano = 1 });
    }
}
