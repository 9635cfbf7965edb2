using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Directory.Import;

/// <summary>A firm while rows are merged into it: a copy that nothing tracks, so that a hundred thousand unchanged firms cost only their reading.</summary>
internal sealed class FirmDraft(int id, Company firm)
{
    public int Id { get; } = id;
    public Company Firm { get; } = firm;

    /// <summary>Not in the database yet.</summary>
    public bool IsNew { get; init; }

    public int Version { get; set; }
    public DateTime? UpdatedAt { get; set; }

    public static async Task<Dictionary<int, FirmDraft>> Load(AppDb db, HashSet<int> ids, CancellationToken cancel)
    {
        var firms = await db.Companies.AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.Id)).Select(c => new
        {
            c.Id,
            c.Version,
            c.UpdatedAt,
            Firm = new Company
            {
                Name = c.Name, Slug = c.Slug, LegalName = c.LegalName, LegalForm = c.LegalForm, Nip = c.Nip, Regon = c.Regon, Krs = c.Krs, CategoryId = c.CategoryId,
                Phone = c.Phone, Email = c.Email, Website = c.Website, DescriptionShort = c.DescriptionShort, DescriptionFull = c.DescriptionFull,
                Address = new Address
                {
                    Street = c.Address.Street, Building = c.Address.Building, Unit = c.Address.Unit, PostalCode = c.Address.PostalCode,
                    Town = c.Address.Town, Commune = c.Address.Commune, County = c.Address.County, Voivodeship = c.Address.Voivodeship,
                },
            },
        }).ToDictionaryAsync(c => c.Id, c => new FirmDraft(c.Id, c.Firm) { Version = c.Version, UpdatedAt = c.UpdatedAt }, cancel);
        foreach (var service in await db.Set<CompanyService>().AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.CompanyId)).ToListAsync(cancel))
            firms[service.CompanyId].Firm.Services.Add(service);
        foreach (var contact in await db.Set<CompanyContact>().AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.CompanyId)).ToListAsync(cancel))
            firms[contact.CompanyId].Firm.Contacts.Add(contact);
        return firms;
    }
}
