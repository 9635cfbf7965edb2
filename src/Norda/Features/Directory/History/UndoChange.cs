using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Features.Directory.Editor;
using Norda.Platform;

namespace Norda.Features.Directory.History;

/// <summary>Takes back one change of a profile: all that was saved with one press of a button.</summary>
public class UndoChange(RestoreOperation restore, SaveFirm save, AppDb db, IStringLocalizer<Texts> texts)
{
    /// <summary>Tables of the profile; who belongs to the firm, and letters about it, are not taken back here.</summary>
    public static readonly IReadOnlyList<string> Tables =
        ["companies", "company_services", "company_competencies", "certifications", "awards", "company_events", "company_contacts", "company_social_media", "company_photos"];

    /// <summary>The firm itself is neither made nor removed by this: it leaves the directory by its status.</summary>
    public async Task<Outcome> Run(int companyId, Guid operation, CancellationToken cancel)
    {
        var firm = await save.Load(companyId, cancel);
        var bornHere = await db.Set<AuditEntry>().AnyAsync(e => e.Operation == operation && e.TableName == "companies" && e.Action != AuditAction.Changed, cancel);
        if (firm is null || bornHere || !await restore.Run(operation, companyId, Tables, cancel))
            return Refuse(texts["Tego już nie da się cofnąć: te dane zmieniły się od tamtej pory."]);
        try
        {
            return await save.Run(firm, cancel) ? Outcome.Done : Refuse(texts["Ktoś właśnie zapisał zmiany w tej firmie. Spróbuj jeszcze raz."]);
        }
        catch (DbUpdateException taken) when (Races.IsUnique(taken))
        {
            return Refuse(texts["Tego już nie da się cofnąć: te dane zmieniły się od tamtej pory."]);
        }
    }

    private Outcome Refuse(string why)
    {
        db.ChangeTracker.Clear();
        return Outcome.Refuse(why);
    }
}
