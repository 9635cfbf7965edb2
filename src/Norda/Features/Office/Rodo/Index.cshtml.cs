using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Jobs;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Rodo;

/// <summary>What the chamber shows an inspector: the register, processors, retention with its last run, breaches; and the way to a person's data.</summary>
[Access(Resource.Privacy, Act.Change)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, RecordBreach record, TimeProvider clock, IOptions<ChamberOptions> chamber, IStringLocalizer<Texts> texts) : PageModel
{
    private const int Most = 100;

    [BindProperty]
    public BreachForm Form { get; set; } = new();

    /// <summary>Address of a person who asks for their data; posted, for addresses of pages end up in logs.</summary>
    public string? Asked { get; private set; }

    public bool IsUnknown { get; private set; }
    public ChamberOptions Chamber { get; } = chamber.Value;
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;
    public JobRun? LastRun { get; private set; }
    public IReadOnlyList<DataBreach> Breaches { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        LastRun = await db.Set<JobRun>().AsNoTracking().Where(r => r.Job == "retention").OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(cancel);
        Breaches = await db.Set<DataBreach>().AsNoTracking().OrderByDescending(b => b.NoticedAt).Take(Most).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostOsobaAsync(string? osoba, CancellationToken cancel)
    {
        var address = (osoba ?? "").Trim().ToUpperInvariant();
        if (await db.Users.Where(u => u.NormalizedEmail == address && u.ErasedAt == null).Select(u => (int?)u.Id).SingleOrDefaultAsync(cancel) is { } person)
            return LocalRedirect(Url.Content($"~/biuro/rodo/osoba/{person}"));
        ModelState.Clear();
        (IsUnknown, Asked) = (true, osoba);
        await OnGetAsync(cancel);
        return this.ShowAgain();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid && await record.Run(Form, cancel) is { Refusal: { } refusal } outcome)
            ModelState.AddModelError(outcome.Field ?? "", refusal);
        if (!ModelState.IsValid)
        {
            await OnGetAsync(cancel);
            return this.ShowAgain();
        }

        this.Say(texts["Zapisano naruszenie. Czas na zgłoszenie: 72 godziny od zauważenia."]);
        return LocalRedirect(Url.Content("~/biuro/rodo#naruszenia"));
    }

    public async Task<IActionResult> OnPostZgloszoneAsync(int id, CancellationToken cancel)
    {
        this.Say(await record.Report(id, cancel) ? texts["Zapisano, że zgłoszono."] : texts["To naruszenie jest już zgłoszone."]);
        return LocalRedirect(Url.Content("~/biuro/rodo#naruszenia"));
    }
}
