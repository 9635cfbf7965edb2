using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Norda.Features.Accounts;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.FirstRun;

/// <summary>The last step closes the door behind itself: with an administrator there is no first run.</summary>
[Access(Resource.FirstRun, Act.Create)]
[ResponseCache(NoStore = true)]
public class AdminModel(FirstRunCode code, ShortMemory memory, MakeFirstAdmin make, StartSession start, IStringLocalizer<Texts> texts) : FirstRunPage(code, memory)
{
    private readonly ShortMemory _memory = memory;

    [BindProperty]
    public FirstAdminForm Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return this.ShowAgain();
        var (user, outcome) = await make.Run(Secret, Form, cancel);
        if (user is null)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return this.ShowAgain();
        }

        _memory.Forget(HttpContext, Cookie);
        await start.Run(user, HttpContext, remember: false, secondFactor: false, cancel);
        this.Say(texts["Serwis jest gotowy. Włącz jeszcze drugi składnik, a otworzy się biuro."]);
        return LocalRedirect(Url.Content("~/konto/drugi-skladnik"));
    }
}
