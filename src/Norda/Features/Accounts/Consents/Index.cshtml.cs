using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Consents;

/// <summary>What I agreed to, when and to which words; and what I agree to no longer.</summary>
[Access(Resource.Account, Act.Change)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, ConsentTexts consents, GiveConsent give, IStringLocalizer<Texts> texts) : PageModel
{
    private const int Most = 100;

    /// <summary>The page that a new text interrupted.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Powrot { get; set; }

    public IReadOnlyList<ConsentState> Present { get; private set; } = [];
    public IReadOnlyList<GivenConsent> History { get; private set; } = [];
    public bool HasNews => Present.Any(p => p.IsOutdated);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var given = await db.Set<UserConsent>().AsNoTracking().Where(c => c.UserId == me.Id).OrderByDescending(c => c.GivenAt).ThenByDescending(c => c.Id).Take(Most).ToListAsync(cancel);
        Present = [.. consents.Current.Select(t => new ConsentState(t, given.Find(c => c.Kind == t.Kind && c.Version == t.Version && c.WithdrawnAt is null)?.GivenAt, given.Exists(c => c.Kind == t.Kind && c.WithdrawnAt is null)))];
        History = [.. given.Select(c => new GivenConsent(c.Kind, c.Version, c.Source, c.GivenAt, c.WithdrawnAt, consents.Find(c.Kind, c.Version)))];
    }

    public async Task<IActionResult> OnPostAsync(string rodzaj, string wersja, CancellationToken cancel) =>
        await Answer(await give.Run(me.Id!.Value, rodzaj ?? "", wersja ?? "", cancel), texts["Zapisano zgodę."], cancel);

    public async Task<IActionResult> OnPostWycofajAsync(string rodzaj, CancellationToken cancel) =>
        await Answer(await give.TakeBack(me.Id!.Value, rodzaj ?? "", cancel), texts["Zgoda wycofana."], cancel);

    private async Task<IActionResult> Answer(Outcome outcome, string said, CancellationToken cancel)
    {
        if (outcome.Refusal is { } refusal)
            ModelState.AddModelError("", refusal);
        await OnGetAsync(cancel);
        if (!ModelState.IsValid)
            return this.ShowAgain();
        this.Say(said);
        return !HasNews && Url.IsLocalUrl(Powrot) ? LocalRedirect(Powrot) : RedirectToPage(new { Powrot });
    }
}

/// <summary>A text that holds today, and since when the person agrees to it.</summary>
public sealed record ConsentState(ConsentText Text, DateTime? GivenAt, bool AgreedOnce)
{
    public bool IsOutdated => Text.IsRequired && AgreedOnce && GivenAt is null;
}

public sealed record GivenConsent(string Kind, string Version, string Source, DateTime GivenAt, DateTime? WithdrawnAt, ConsentText? Text);
