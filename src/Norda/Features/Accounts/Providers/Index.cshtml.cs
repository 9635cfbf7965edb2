using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Providers;

/// <summary>The providers through which the person signs in, and the end of any of it.</summary>
[Access(Resource.Account, Act.Change)]
[FreshProof]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, SignInProviders providers, UnlinkProvider unlink, AllowProvider allow, IStringLocalizer<Texts> texts) : PageModel
{
    public IReadOnlyList<LinkedProvider> Linked { get; private set; } = [];

    /// <summary>Issuers that were unlinked and are not joined again by the address alone.</summary>
    public IReadOnlyList<string> Unlinked { get; private set; } = [];

    /// <summary>Known to this copy and not linked.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Linked = await db.Set<IdentityUserLogin<int>>().Where(l => l.UserId == me.Id).OrderBy(l => l.ProviderDisplayName).ThenBy(l => l.ProviderKey)
            .Select(l => new LinkedProvider(l.LoginProvider, l.ProviderKey, l.ProviderDisplayName ?? l.LoginProvider)).ToListAsync(cancel);
        Unlinked = await db.Set<IdentityUserToken<int>>().Where(t => t.UserId == me.Id && t.Name == LinkMarks.Unlinked).OrderBy(t => t.LoginProvider).Select(t => t.LoginProvider).ToListAsync(cancel);
        Others = [.. providers.All.Select(p => p.Name).Where(name => Linked.All(l => l.Name != name))];
    }

    public async Task<IActionResult> OnPostAsync(string? issuer, string? subject, CancellationToken cancel) => await this.Answer(
        await unlink.Run(me.Id!.Value, issuer ?? "", subject ?? "", cancel), texts["Odłączono. Wyślemy o tym list."], () => RedirectToPage(), () => Again(cancel));

    public async Task<IActionResult> OnPostAllowAsync(string? issuer, CancellationToken cancel)
    {
        await allow.Run(me.Id!.Value, issuer ?? "", cancel);
        this.Say(texts["Zapisano. Połączymy go, gdy następnym razem zalogujesz się przez niego."]);
        return RedirectToPage();
    }

    private async Task<IActionResult> Again(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        return Page();
    }
}

public sealed record LinkedProvider(string Issuer, string Subject, string Name);
