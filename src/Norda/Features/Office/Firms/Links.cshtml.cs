using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Features.Directory.Requests;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Firms;

/// <summary>Before letters go to many firms: how many, to whom, and who gets none.</summary>
[Access(Resource.Firm, Act.Change)]
[ResponseCache(NoStore = true)]
public class LinksModel(AppDb db, SendProfileRequest send, IStringLocalizer<Texts> texts) : PageModel
{
    public const int Most = 200;

    [BindProperty(SupportsGet = true)]
    public int[] Id { get; set; } = [];

    public IReadOnlyList<Addressee> With { get; private set; } = [];
    public IReadOnlyList<Addressee> Without { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var ids = Id.Distinct().Take(Most).ToList();
        var firms = await db.Companies.Where(c => ids.Contains(c.Id) && c.Status != CompanyStatus.Archived).OrderBy(c => c.Name).Select(c => new Addressee(c.Id, c.Name, c.Email)).ToListAsync(cancel);
        (With, Without) = ([.. firms.Where(f => f.Email is not null)], [.. firms.Where(f => f.Email is null)]);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        if (With.Count == 0)
        {
            ModelState.AddModelError("", texts["Zaznacz na liście firmy, które mają adres e-mail."]);
            return this.ShowAgain();
        }

        var sent = 0;
        foreach (var firm in With)
            if (!(await send.Run(firm.Id, firm.Email, Request.LetterOrigin(), cancel)).Refused)
                sent++;
        this.Say(sent == With.Count ? texts["W drodze: {0}.", Plural.Of(sent, texts["list|listy|listów"])] : texts["W drodze: {0}. Pozostałe firmy mają już dość otwartych linków.", Plural.Of(sent, texts["list|listy|listów"])]);
        return LocalRedirect(Url.Content("~/biuro/firmy"));
    }
}

public sealed record Addressee(int Id, string Name, string? Email);
