using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Features.Directory.History;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Office.AuditLog;

/// <summary>Who changed what, when and from where, the newest first; and whether the chain of entries holds.</summary>
[Access(Resource.AuditLog, Act.Read)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, VerifyAudit verify, IPersonNames names, Me me, IStringLocalizer<Texts> texts) : PageModel
{
    public AuditQuery Asked { get; private set; } = new();
    public IReadOnlyList<LoggedChange> Changes { get; private set; } = [];
    public long Entries { get; private set; }

    /// <summary>What the check of the chain said; null when nobody asked for it.</summary>
    public (long Entries, string? Fault)? Checked { get; private set; }

    public string? ActorName { get; private set; }
    public string? FirmName { get; private set; }
    public string WithoutActor { get; private set; } = "";
    public string WithoutFirm { get; private set; } = "";
    public string? Newest { get; private set; }
    public string? Older { get; private set; }
    public string FileAddress { get; private set; } = "";
    public bool MayUndo => AccessTable.Allows(me, Resource.AuditLog, Act.Change);
    public bool MayExport => AccessTable.Allows(me, Resource.AuditExport, Act.Read);

    public async Task OnGetAsync(int? sprawdz, CancellationToken cancel)
    {
        Asked = AuditQuery.Read(Request.Query);
        Entries = await db.Set<AuditHead>().Select(h => h.Entries).SingleAsync(cancel);
        var rows = await Asked.Rows(db).Take(ListAddress.PageSize + 1).ToListAsync(cancel);
        var words = await AuditWords.Load(db, names, rows.SelectMany(r => new[] { r.Before, r.After }), texts, cancel);
        Changes = [.. rows.Take(ListAddress.PageSize).Select(r => new LoggedChange(r, Who(r), words.Read(r.Before, r.After, LogNames.OfColumn)))];
        var address = new ListAddress(Url.Content("~/biuro/dziennik"), Request.Query, AuditQuery.Kept);
        (WithoutActor, WithoutFirm) = (address.With("kto", null), address.With("firma", null));
        var here = address.With("", null);
        Newest = Asked.Before is null ? null : here;
        Older = rows.Count > ListAddress.PageSize ? $"{here}{(here.Contains('?', StringComparison.Ordinal) ? '&' : '?')}przed={rows[ListAddress.PageSize - 1].Entry.Id.ToString(CultureInfo.InvariantCulture)}" : null;
        FileAddress = new ListAddress(Url.Content("~/biuro/dziennik.csv"), Request.Query, AuditQuery.Kept).With("", null);
        (ActorName, FirmName) = (Asked.Actor is null ? null : rows.FirstOrDefault()?.Actor ?? $"{Asked.Actor}", Asked.Firm is null ? null : rows.FirstOrDefault()?.Firm ?? $"{Asked.Firm}");
        if (sprawdz == 1)
            Checked = await verify.Run(cancel);
    }

    private string Who(LoggedRow row) => Who(row, texts);

    public static string Who(LoggedRow row, IStringLocalizer<Texts> texts) => row.Entry.Actor switch
    {
        AuditActor.Person => row.Actor ?? texts["Były użytkownik"],
        AuditActor.Visitor => texts["Ktoś bez logowania"],
        _ => texts["System"],
    };
}

public sealed record LoggedChange(LoggedRow Row, string Who, IReadOnlyList<(string Label, string? Before, string? After)> Values);
