using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Editor;
using Norda.Platform;

namespace Norda.Features.Directory.Care;

/// <summary>A firm as it declared itself.</summary>
public sealed record DeclaredFirm(string Nip, string Name, string? LegalName, string? Regon, string? Krs, string? Email, string? Phone, string? Website)
{
    public string? Street { get; init; }
    public string? Building { get; init; }
    public string? Unit { get; init; }
    public string? PostalCode { get; init; }
    public string? Town { get; init; }
    public int Staff { get; init; }
    public int? CategoryId { get; init; }

    public string StaffBand => Staff switch { < 10 => "1-9", < 50 => "10-49", < 250 => "50-249", _ => "250+" };
}

/// <summary>Shows the firm of a new member in the directory, within the caller's transaction: an entry that is there gets what it lacks, else a new one is made.</summary>
public class ListMember(AppDb db, SaveFirm save, TimeProvider clock)
{
    /// <returns>The number of the firm; null when somebody else has just saved it.</returns>
    public async Task<int?> Run(DeclaredFirm declared, CancellationToken cancel)
    {
        var known = await db.Companies.Where(c => c.Nip == declared.Nip).Select(c => (int?)c.Id).SingleOrDefaultAsync(cancel);
        var firm = known is { } id ? await save.Load(id, cancel) : await New(declared, cancel);
        if (firm is null)
            return null;
        Fill(firm, declared);
        firm.Status = CompanyStatus.Active;
        return await save.Run(firm, cancel) ? firm.Id : null;
    }

    private async Task<Company> New(DeclaredFirm declared, CancellationToken cancel)
    {
        var firm = new Company
        {
            Name = declared.Name, Slug = await FirmSlug.Free(db, declared.Name, declared.Nip, cancel), Nip = declared.Nip, LegalForm = LegalForm.From(declared.LegalName ?? declared.Name),
            CategoryId = declared.CategoryId, CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(firm);
        await db.SaveChangesAsync(cancel); // first its number, which the index needs
        return firm;
    }

    /// <summary>What the firm keeps in its profile already is newer than its declaration.</summary>
    private static void Fill(Company firm, DeclaredFirm declared)
    {
        firm.LegalName ??= declared.LegalName;
        firm.Regon ??= declared.Regon;
        firm.Krs ??= declared.Krs;
        firm.Email ??= declared.Email;
        firm.Phone ??= declared.Phone;
        firm.Website ??= declared.Website;
        firm.StaffBand ??= declared.StaffBand;
        firm.CategoryId ??= declared.CategoryId;
        if (firm.Address.Street is null && firm.Address.Building is null && firm.Address.PostalCode is null)
            (firm.Address.Street, firm.Address.Building, firm.Address.Unit, firm.Address.PostalCode, firm.Address.Town) = (declared.Street, declared.Building, declared.Unit, declared.PostalCode, firm.Address.Town ?? declared.Town);
    }
}
