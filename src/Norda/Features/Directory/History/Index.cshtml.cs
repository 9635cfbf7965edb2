using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Features.Directory.Editor;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Directory.History;

/// <summary>Who changed what in the profile, and the way back.</summary>
[Access(Resource.CompanyProfile, Act.Change)]
public class IndexModel(AppDb db, Me me, Drafts drafts, UndoChange undo, IPersonNames names, IStringLocalizer<Texts> texts) : EditorPage(db, me, drafts)
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "strona")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<ProfileChange> Changes { get; private set; } = [];
    public PagerState Pager { get; private set; } = new(1, 1, _ => "");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Open(cancel))
            return NotFound();
        var entries = Db.Set<AuditEntry>().AsNoTracking().Where(e => (e.CompanyId == Firm.Id || Db.Set<CompanyMerge>().Any(m => m.KeptId == Firm.Id && m.MergedId == e.CompanyId && m.UndoneAt == null)) && UndoChange.Tables.Contains(e.TableName));
        var pages = Math.Max(1, (await entries.Select(e => e.Operation).Distinct().CountAsync(cancel) + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, pages);
        var operations = await entries.GroupBy(e => e.Operation).Select(g => new { g.Key, Last = g.Max(e => e.Id) }).OrderByDescending(g => g.Last).Skip((Number - 1) * PageSize).Take(PageSize).Select(g => g.Key).ToListAsync(cancel);
        var rows = await (from e in entries
                          join v in Db.Set<AuditValues>() on e.Id equals v.EntryId
                          where operations.Contains(e.Operation)
                          orderby e.Id
                          select new { Entry = e, v.Before, v.After }).ToListAsync(cancel);
        var people = await names.Find([.. rows.Select(r => r.Entry.ActorId).OfType<int>().Distinct()], cancel);
        var words = await AuditWords.Load(Db, names, rows.SelectMany(r => new[] { r.Before, r.After }), texts, cancel);
        Changes = [.. rows.GroupBy(r => r.Entry.Operation).OrderByDescending(g => g.Max(r => r.Entry.Id)).Select(g => new ProfileChange(
            g.Key, g.First().Entry.At, Who(g.First().Entry, people), [.. g.Select(r => new ChangedRow(r.Entry.TableName, r.Entry.Action, words.Read(r.Before, r.After, ColumnNames.OfColumn)))]))];
        Pager = new PagerState(Number, pages, page => Link($"/moja-firma/historia?strona={page}"));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid zmiana, CancellationToken cancel)
    {
        if (!await Open(cancel))
            return NotFound();
        if (await undo.Run(Firm.Id, zmiana, cancel) is { Refusal: { } refusal })
        {
            await OnGetAsync(cancel);
            return Again(Saved.Refuse("", refusal));
        }

        this.Say(texts["Cofnięto. To też jest zmiana i można ją cofnąć."]);
        return LocalRedirect(Link("/moja-firma/historia"));
    }

    private string Who(AuditEntry entry, IReadOnlyDictionary<int, string> people) => entry.Actor switch
    {
        AuditActor.Person => entry.ActorId is { } id && people.TryGetValue(id, out var name) ? name : texts["Były użytkownik"],
        AuditActor.Visitor => texts["Firma przez link"],
        _ => texts["System"],
    };
}

/// <summary>All that one press of a button saved.</summary>
public sealed record ProfileChange(Guid Operation, DateTime At, string Who, IReadOnlyList<ChangedRow> Rows)
{
    /// <summary>All but the making of the firm.</summary>
    public bool CanBeUndone => !Rows.Any(r => r is { Table: "companies", Action: not AuditAction.Changed });
}

/// <summary>Values: key of the label, before, after.</summary>
public sealed record ChangedRow(string Table, AuditAction Action, IReadOnlyList<(string Label, string? Before, string? After)> Values);
