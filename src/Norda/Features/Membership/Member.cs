using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Features.Directory;

namespace Norda.Features.Membership;

/// <summary>A firm's membership of the chamber from a day to a day. A firm that comes back gets a new one; the old one stays as it was.</summary>
public class Member
{
    public int Id { get; private set; }

    /// <summary>In the chamber's register; given once.</summary>
    public int Number { get; init; }

    public int CompanyId { get; init; }
    public Company Company { get; init; } = null!;
    public MemberKind Kind { get; set; }

    /// <summary>First day of membership. It never changes.</summary>
    public DateOnly Since { get; init; }

    /// <summary>Last day of membership; null while it lasts.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>By which the firm was let in.</summary>
    public int? ResolutionId { get; set; }

    public Resolution? Resolution { get; set; }

    /// <summary>By which it left, when it was not its own wish.</summary>
    public int? EndResolutionId { get; set; }

    public Resolution? EndResolution { get; set; }

    /// <summary>How it came to its end; null while it lasts.</summary>
    public MemberEnd? EndKind { get; set; }

    public string? EndReason { get; set; }
    public int? BandId { get; set; }
    public MemberBand? Band { get; set; }

    /// <summary>People, as the firm declared them for its fee.</summary>
    public int? Staff { get; set; }

    /// <summary>Yearly revenue in PLN, as the firm declared it for its fee.</summary>
    public decimal? Revenue { get; set; }

    /// <summary>Per cent that the statute takes off this member's fee (age of the person, first years), 0 to 100.</summary>
    public decimal Discount { get; set; }

    /// <summary>Who acts for the firm at meetings.</summary>
    public int? RepresentativeId { get; set; }

    public string? RepresentativeName { get; set; }
    public DateTime CreatedAt { get; init; }
    public int Version { get; set; }
}

public enum MemberKind { Ordinary, Supporting, Candidate }

/// <summary>The firm's own wish; a resolution; the firm is no more.</summary>
public enum MemberEnd { Resigned, Excluded, Dissolved }

/// <summary>A step of the chamber's scale of sizes; bounds are inclusive, null is open. A level that is given by hand has none.</summary>
public class MemberBand
{
    public int Id { get; private set; }
    public required string Name { get; set; }
    public int? StaffFrom { get; set; }
    public int? StaffTo { get; set; }
    public decimal? RevenueFrom { get; set; }
    public decimal? RevenueTo { get; set; }
    public int SortOrder { get; set; }

    public bool Holds(int? staff, decimal? revenue) => Within(staff, StaffFrom, StaffTo) && Within(revenue, RevenueFrom, RevenueTo);

    private static bool Within(decimal? value, decimal? from, decimal? to) => from is null && to is null || value is { } known && known >= (from ?? known) && known <= (to ?? known);
}

public static class MemberQueries
{
    extension(IQueryable<Member> members)
    {
        /// <summary>Who was a member at some time between the two days, both included.</summary>
        public IQueryable<Member> Between(DateOnly first, DateOnly last) => members.Where(m => m.Since <= last && (m.Until == null || m.Until >= first));

        /// <summary>The register as of a day.</summary>
        public IQueryable<Member> On(DateOnly day) => members.Between(day, day);
    }
}

public class MemberMap : IEntityTypeConfiguration<Member>, IEntityTypeConfiguration<MemberBand>
{
    public const int LongestEndReason = 500;

    public void Configure(EntityTypeBuilder<Member> members)
    {
        members.ToTable("memberships", t =>
        {
            t.HasCheckConstraint("membership_order", "until IS NULL OR until >= since");
            t.HasCheckConstraint("membership_discount", "discount >= 0");
        });
        members.IsOfFirm("Członkostwo w izbie", m => m.CompanyId).Names(m => m.RepresentativeId).Quotes(m => m.RepresentativeName);
        members.Property(m => m.Kind).HasConversion(new LowerCaseLabels<MemberKind>()).HasMaxLength(20);
        members.Property(m => m.EndReason).HasMaxLength(LongestEndReason);
        members.Property(m => m.EndKind).HasConversion(new LowerCaseLabels<MemberEnd>()).HasMaxLength(20);
        members.Property(m => m.Revenue).HasPrecision(16, 2);
        members.Property(m => m.Discount).HasPrecision(5, 2);
        members.Property(m => m.RepresentativeName).HasMaxLength(UserMap.LongestName);
        members.Property(m => m.Version).IsConcurrencyToken().IsNotAudited();
        members.HasIndex(m => m.Number).IsUnique();
        members.HasIndex(m => m.CompanyId, "ix_memberships_current").IsUnique().HasFilter("until IS NULL"); // one at a time
        members.HasIndex(m => new { m.CompanyId, m.Since });
        members.HasOne(m => m.Company).WithMany().HasForeignKey(m => m.CompanyId).OnDelete(DeleteBehavior.Restrict);
        members.HasOne(m => m.Resolution).WithMany().HasForeignKey(m => m.ResolutionId).OnDelete(DeleteBehavior.Restrict);
        members.HasOne(m => m.EndResolution).WithMany().HasForeignKey(m => m.EndResolutionId).OnDelete(DeleteBehavior.Restrict);
        members.HasOne(m => m.Band).WithMany().HasForeignKey(m => m.BandId).OnDelete(DeleteBehavior.Restrict);
        members.HasOne<User>().WithMany().HasForeignKey(m => m.RepresentativeId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MemberBand> bands)
    {
        bands.ToTable("member_bands");
        bands.IsNotPersonal(b => b.Name);
        bands.Property(b => b.Name).HasMaxLength(100);
        bands.Property(b => b.RevenueFrom).HasPrecision(16, 2);
        bands.Property(b => b.RevenueTo).HasPrecision(16, 2);
        bands.HasIndex(b => b.Name).IsUnique();
    }
}
