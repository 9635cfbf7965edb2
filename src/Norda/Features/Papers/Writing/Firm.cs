using Norda.Data;
using Norda.Features.Directory;
using Norda.Features.Membership;

namespace Norda.Features.Papers.Writing;

/// <summary>A firm as papers name it.</summary>
public sealed record AddressedFirm(int Id, string Slug, string Name, string? Email, string? Nip, string? Street, string? Building, string? Unit, string? PostalCode, string? Town, int? Number, DateOnly? Since, DateOnly? Until, string? Card)
{
    /// <summary>"ul. Morska 5/2, 84-200 Wejherowo".</summary>
    public string? Address => string.Join(", ", new[] { StreetLine, TownLine }.Where(l => l.Length > 0)) is { Length: > 0 } line ? line : null;

    public string StreetLine => string.Join(' ', new[] { Street, Building is null ? null : Building + (Unit is null ? "" : "/" + Unit) }.Where(p => !string.IsNullOrEmpty(p)));

    public string TownLine => string.Join(' ', new[] { PostalCode, Town }.Where(p => !string.IsNullOrEmpty(p)));

    public Party Party => new(Name, Address, Nip);
}

public static class FirmQueries
{
    extension(IQueryable<Company> firms)
    {
        /// <summary>Name of the register before the trade name; of several memberships the latest.</summary>
        public IQueryable<AddressedFirm> Addressed(AppDb db) => firms.Select(c => new
        {
            Firm = c, Member = db.Set<Member>().Where(m => m.CompanyId == c.Id && m.Kind != MemberKind.Candidate).OrderByDescending(m => m.Since).FirstOrDefault(),
        }).Select(c => new AddressedFirm(
            c.Firm.Id, c.Firm.Slug, c.Firm.LegalName ?? c.Firm.Name, c.Firm.Email, c.Firm.Nip, c.Firm.Address.Street, c.Firm.Address.Building, c.Firm.Address.Unit, c.Firm.Address.PostalCode, c.Firm.Address.Town,
            c.Member!.Number, c.Member.Since, c.Member.Until, db.Set<Cards.MemberCard>().Where(k => k.MemberId == c.Member.Id).Select(k => k.Code).FirstOrDefault()));
    }
}
