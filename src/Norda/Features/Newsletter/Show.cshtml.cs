using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Features.Mail.Previews;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Newsletter;

/// <summary>An issue: while it lies here one changes and tries it, then one watches how far it has gone.</summary>
[Access(Resource.Newsletter, Act.Change)]
[ResponseCache(NoStore = true)]
public class ShowModel(AppDb db, SaveIssue save, ReadOffers read, SendTestIssue test, StartIssue start, IOptions<ChamberOptions> chamber, IOptions<SiteOptions> site, IStringLocalizer<Texts> texts) : IssueEditor(save, read)
{
    private const string EveryTwoSeconds = "2";

    public int Readers { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        Form = new IssueForm { Subject = Issue!.Subject, Intro = Issue.Intro, Version = Issue.Version, Ticked = [.. Issue.Items.Select(i => i.Key)] };
        if (Issue.StartedAt is null)
            await Load(cancel);
        else if (Issue.FinishedAt is null)
            Response.Headers["Refresh"] = EveryTwoSeconds;
        return Page();
    }

    /// <summary>The letter as a mail program draws it.</summary>
    public async Task<IActionResult> OnGetListAsync(int id, CancellationToken cancel) => await Find(id, cancel)
        ? Content(LetterFrame.Draw(HttpContext, IssueLetter.Of(texts, Issue!, new Reader(null, "", null), "", site.Value.Origin, site.Value.Origin + "/"), chamber.Value, texts), LetterFrame.Html)
        : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel) => await Find(id, cancel) ? await Save(cancel) : NotFound();

    public async Task<IActionResult> OnPostProbaAsync(int id, CancellationToken cancel) =>
        await Find(id, cancel) ? Said(await test.Run(id, cancel), texts["List próbny jest w drodze na Twój adres."]) : NotFound();

    public async Task<IActionResult> OnPostWyslijAsync(int id, int wersja, CancellationToken cancel) =>
        await Find(id, cancel) ? Said(await start.Run(id, wersja, cancel), texts["Newsletter zaraz wyjdzie. Możesz zamknąć tę stronę, damy znać."]) : NotFound();

    private LocalRedirectResult Said(Outcome outcome, string said)
    {
        this.Say(outcome.Refusal ?? said);
        return LocalRedirect(Address);
    }

    private async Task<bool> Find(int id, CancellationToken cancel)
    {
        Readers = await db.NewsletterReadersNow().CountAsync(cancel);
        return (Issue = await db.Set<Issue>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel)) is not null;
    }
}
