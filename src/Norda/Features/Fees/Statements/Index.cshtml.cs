using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees.Statements.Reading;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Statements;

/// <summary>Bank statements: bring one, or look at those that were brought.</summary>
[Access(Resource.Fee, Act.Read)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, LastStatement last) : PageModel
{
    private const int PageSize = 20;

    public StatementAge Age { get; private set; } = null!;
    public IReadOnlyList<StatementRow> Statements { get; private set; } = [];
    public PagerState Pager { get; private set; } = null!;
    public bool MayChange { get; } = AccessTable.Allows(me, Resource.Fee, Act.Change);

    public async Task OnGetAsync(int? strona, CancellationToken cancel)
    {
        Age = await last.Run(cancel);
        var (all, page) = (await db.Set<BankStatement>().CountAsync(cancel), Math.Clamp(strona ?? 1, 1, 10_000));
        Statements = await db.Set<BankStatement>().OrderByDescending(s => s.Id).Skip((page - 1) * PageSize).Take(PageSize).Select(s => new StatementRow(
            s.Id, s.FileName, s.Format, s.FromDay, s.ThroughDay, s.Incoming, db.Set<BankTransfer>().Count(t => t.StatementId == s.Id && (t.State == TransferState.Proposed || t.State == TransferState.Asked)),
            s.StartedAt, s.FinishedAt != null, s.UndoneAt != null, s.Content != null, s.Fault != null)).ToListAsync(cancel);
        Pager = new(page, Math.Max(1, (all + PageSize - 1) / PageSize), number => Url.Content($"~/biuro/skladki/wyciagi?strona={number}"));
    }
}

public sealed record StatementRow(int Id, string FileName, string? Format, DateOnly? From, DateOnly? Through, int Incoming, int Left, DateTime StartedAt, bool IsFinished, bool IsUndone, bool NeedsColumns, bool IsBroken);

/// <summary>Takes the file. It has no page of its own: what is wrong with a file is shown where it is chosen.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
[RequestSizeLimit(StatementFile.MostBytes + 1024 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = StatementFile.MostBytes + 1024 * 1024)]
public class UploadModel(ImportStatement import, IStringLocalizer<Texts> texts) : PageModel
{
    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(IFormFile? plik, CancellationToken cancel)
    {
        if (plik is null)
            return Refuse(texts["Wybierz plik z wyciągiem."]);
        await using var content = plik.OpenReadStream();
        var imported = await import.Run(content, plik.FileName, cancel);
        if (imported.Outcome.Refusal is { } refusal)
            return Refuse(refusal);
        if (imported.Again)
            this.Say(texts["Ten plik był już wczytany. Nic nie zostało zapisane drugi raz."]);
        return LocalRedirect(Url.Content($"~/biuro/skladki/wyciagi/{imported.StatementId}{(imported.NeedsColumns ? "/kolumny" : "")}"));
    }

    private IActionResult Refuse(string why)
    {
        ModelState.Clear();
        ModelState.AddModelError("plik", why);
        return this.ShowAgain();
    }
}
