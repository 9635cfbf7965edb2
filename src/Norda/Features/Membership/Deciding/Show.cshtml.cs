using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Membership.Joining;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Deciding;

/// <summary>One declaration: what it says, which papers are there, and the ways on.</summary>
[Access(Resource.Declaration, Act.Change)]
[ResponseCache(NoStore = true)]
public class ShowModel(AppDb db, NoteDocuments note, AskForDocuments ask, AppealDeclaration appeal, WithdrawDeclaration withdraw, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    public Declaration Paper { get; private set; } = null!;
    public IReadOnlyList<DeclarationPaper> Missing { get; private set; } = [];
    public IReadOnlyList<SentFile> Sent { get; private set; } = [];
    public bool MayAppeal => Paper.Status == DeclarationStatus.Refused && Paper.AppealUntil >= clock.Today();

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Appeal { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await db.Set<Declaration>().AsNoTracking().Include(d => d.Resolution).Include(d => d.Member).Include(d => d.Company).SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } paper)
            return NotFound();
        (Paper, Missing, Sent) = (paper, DeclarationPapers.Missing(paper.Papers, paper.Asked), await SentFile.Of(db, id, cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostDokumentyAsync(int id, string[] papers, CancellationToken cancel) =>
        await this.Answer(await note.Run(id, Named(papers), cancel), texts["Zapisano, co jest w biurze."], () => RedirectToPage(new { id }), () => OnGetAsync(id, cancel));

    public async Task<IActionResult> OnPostPoprosAsync(int id, string[] asked, CancellationToken cancel) =>
        await this.Answer(await ask.Run(id, Named(asked), Note, Request.LetterOrigin(), cancel), texts["Prośba o dokumenty wysłana."], () => RedirectToPage(new { id }), () => OnGetAsync(id, cancel));

    public async Task<IActionResult> OnPostOdwolanieAsync(int id, CancellationToken cancel) =>
        await Find(id, cancel) is { } paper
            ? await this.Answer(await appeal.Run(paper, Appeal, Request.LetterOrigin(), cancel), texts["Odwołanie zapisane."], () => RedirectToPage(new { id }), () => OnGetAsync(id, cancel)) : NotFound();

    public async Task<IActionResult> OnPostWycofajAsync(int id, CancellationToken cancel) =>
        await Find(id, cancel) is { } paper
            ? await this.Answer(await withdraw.Run(paper, cancel), texts["Deklaracja wycofana."], () => RedirectToPage(new { id }), () => OnGetAsync(id, cancel)) : NotFound();

    private Task<Declaration?> Find(int id, CancellationToken cancel) => db.Set<Declaration>().SingleOrDefaultAsync(d => d.Id == id, cancel);

    private static IReadOnlyList<DeclarationPaper> Named(string[] names) => DeclarationPapers.Read(string.Join(' ', names.Take(DeclarationPapers.All.Count)));
}
