using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Joining;

/// <summary>The last step: all of it once more, and the button that sends.</summary>
[Access(Resource.Declaration, Act.Create)]
[ResponseCache(NoStore = true)]
public class SendModel(DeclarationDrafts drafts, SubmitDeclaration submit, ShortMemory memory, IStringLocalizer<Texts> texts) : DeclarationStep(drafts, memory, texts)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Open(cancel))
            return Restart();
        return Unfinished() is { } step ? LocalRedirect(Url.Content("~" + step)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Open(cancel))
        {
            this.Say(Words["Ta deklaracja jest już wysłana albo wygasła. Link do jej stanu jest w wiadomości e-mail."]);
            return Restart();
        }

        var sent = await submit.Run(Secret, Request.LetterOrigin(), cancel);
        if (sent.Outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return this.ShowAgain();
        }

        Forget();
        this.Say(Words["Deklaracja wysłana."]);
        return LocalRedirect(Url.Content(IsByOffice ? $"~/biuro/deklaracje/{sent.Id}" : $"~/dolacz/status/{sent.Secret}"));
    }

    /// <summary>The first step in which something is missing.</summary>
    private string? Unfinished()
    {
        bool Lacks(DeclarationPart part) => part.Faults(Words, IsByOffice).Any();
        return Lacks(Data.Firm) ? Steps[1].Href : Lacks(Data.Person) ? Steps[2].Href : Lacks(Data.Terms) ? Steps[3].Href : null;
    }
}
