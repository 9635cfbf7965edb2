using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;

namespace Norda.Features.Membership.Joining;

/// <summary>A step of the declaration that this browser writes: what is right is kept at once, so that nothing is lost on the way.</summary>
public abstract class DeclarationStep(DeclarationDrafts drafts, ShortMemory memory, IStringLocalizer<Texts> texts) : PageModel
{
    public const string Cookie = "deklaracja";

    /// <summary>Steps in their order: address and name, a key of the texts.</summary>
    public static readonly IReadOnlyList<(string Href, string Name)> Steps = [("/dolacz", "NIP"), ("/dolacz/firma", "Firma"), ("/dolacz/osoba", "Reprezentant"), ("/dolacz/zgody", "Statut i podpis"), ("/dolacz/wyslij", "Sprawdź i wyślij")];

    public DeclarationData Data { get; private set; } = new();
    public DeclarationDraft? Draft { get; private set; }

    /// <summary>Copied from paper by the office.</summary>
    public bool IsByOffice => Draft?.IsByOffice == true;

    protected IStringLocalizer<Texts> Words => texts;

    protected string? Secret => memory.Read(HttpContext, Cookie);

    protected async Task<bool> Open(CancellationToken cancel)
    {
        Draft = await drafts.Find(Secret, cancel);
        if (Draft is not null)
            Data = DeclarationData.Read(Draft.Data);
        return Draft is not null;
    }

    protected void Remember(string secret) => memory.Remember(HttpContext, Cookie, secret, DeclarationDrafts.Kept);

    protected void Forget() => memory.Forget(HttpContext, Cookie);

    /// <summary>The page, or the first step where this browser writes nothing.</summary>
    protected async Task<IActionResult> Show(Action fill, CancellationToken cancel)
    {
        if (!await Open(cancel))
            return Restart();
        fill();
        return Page();
    }

    protected IActionResult Restart() => LocalRedirect(Url.Content("~/dolacz"));

    /// <summary>Keeps the step and goes on, or shows it again with what is wrong.</summary>
    protected async Task<IActionResult> Keep(DeclarationPart part, Action put, string next, CancellationToken cancel)
    {
        if (!await Open(cancel))
            return Restart();
        ModelState.Clear();
        foreach (var (field, text) in part.Faults(texts, IsByOffice))
            ModelState.AddModelError($"Form.{field}", text);
        if (!ModelState.IsValid)
            return this.ShowAgain();
        put();
        await drafts.Keep(Draft!, Data, cancel);
        return LocalRedirect(Url.Content(next));
    }
}
