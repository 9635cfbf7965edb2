using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Features.Membership;

namespace Norda.Features.Fees;

/// <summary>
/// What is charged to whom from a day on: a row of membership_fee_config. Of two that fit, the nearer one wins (firm, branch, band,
/// chamber), then the later one. A rate may say only what the entry costs and leave the fee to the one behind it, or the other way round.
/// </summary>
public class FeeRate
{
    public int Id { get; private set; }
    public FeeScope Scope { get; init; }
    public int? CategoryId { get; init; }
    public Category? Category { get; init; }
    public int? CompanyId { get; init; }
    public Company? Company { get; init; }
    public int? BandId { get; init; }
    public MemberBand? Band { get; init; }

    /// <summary>The number of whom the scope names, 0 for the whole chamber: two rates of one day for one target cannot be.</summary>
    public int TargetId { get; init; }

    /// <summary>PLN per month; null when this rate says nothing of the fee.</summary>
    public decimal? MonthlyAmount { get; init; }

    /// <summary>PLN per year where the resolution names the year's sum, which need not divide by twelve.</summary>
    public decimal? YearlyAmount { get; init; }

    /// <summary>The amounts are per head of the member's declared staff.</summary>
    public bool PerHead { get; init; }

    /// <summary>Most that a member pays a year, PLN.</summary>
    public decimal? YearlyCap { get; init; }

    /// <summary>PLN once, at the entry; null when this rate says nothing of it, 0 lets the firm in for nothing.</summary>
    public decimal? EntryFee { get; init; }

    /// <summary>How the year is parted and when each part is due, "1-6@31.05 7-12@31.12"; empty is every month by its last day.</summary>
    public required string Schedule { get; init; }

    /// <summary>What a firm pays for the part of the year in which it joins.</summary>
    public Proration Proration { get; init; }

    public DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null is open.</summary>
    public DateOnly? ValidUntil { get; set; }

    public int? ResolutionId { get; init; }
    public Resolution? Resolution { get; init; }
    public int? CreatedBy { get; init; }
    public string? Notes { get; init; }
    public DateTime CreatedAt { get; init; }
}

/// <summary>Whom a rate fits, the widest first.</summary>
public enum FeeScope { Global, Band, Category, Company }

/// <summary>Months from the joining month on; from the month after it; quarters from the joining quarter on; or the whole part of the year.</summary>
public enum Proration { Month, NextMonth, Quarter, Whole }

/// <summary>A firm owes nothing, or less, for a while: by a resolution, never by somebody's word.</summary>
public class FeeExemption
{
    public int Id { get; private set; }
    public int CompanyId { get; init; }
    public DateOnly ValidFrom { get; init; }
    public DateOnly? ValidUntil { get; set; }

    /// <summary>Per cent that is not asked for; 100 is all.</summary>
    public decimal Percent { get; init; }

    public int ResolutionId { get; init; }
    public Resolution Resolution { get; init; } = null!;
    public required string Reason { get; init; }
    public int? CreatedBy { get; init; }
    public DateTime CreatedAt { get; init; }
}

public class FeeRateMap : IEntityTypeConfiguration<FeeRate>, IEntityTypeConfiguration<FeeExemption>
{
    public const int LongestNotes = 1000;
    public const int LongestSchedule = 300;

    public void Configure(EntityTypeBuilder<FeeRate> rates)
    {
        rates.ToTable("membership_fee_config", t => t.HasCheckConstraint("fee_config_order", "valid_until IS NULL OR valid_until >= valid_from"));
        rates.IsNotPersonal(r => new { r.Notes, r.Schedule }).Names(r => r.CreatedBy);
        rates.Property(r => r.Scope).HasConversion(new LowerCaseLabels<FeeScope>()).HasMaxLength(20);
        rates.Property(r => r.Proration).HasConversion(new LowerCaseLabels<Proration>()).HasMaxLength(20).HasDefaultValueSql("'month'").HasSentinel((Proration)(-1));
        rates.Property(r => r.Schedule).HasMaxLength(LongestSchedule).HasDefaultValueSql("''");
        rates.Property(r => r.MonthlyAmount).HasPrecision(10, 2);
        rates.Property(r => r.YearlyAmount).HasPrecision(10, 2);
        rates.Property(r => r.YearlyCap).HasPrecision(10, 2);
        rates.Property(r => r.EntryFee).HasPrecision(10, 2);
        rates.Property(r => r.TargetId).HasDefaultValue(0);
        rates.Property(r => r.PerHead).HasDefaultValue(false);
        rates.Property(r => r.Notes).HasMaxLength(LongestNotes);
        rates.HasIndex(r => new { r.Scope, r.TargetId, r.ValidFrom }).IsUnique();
        rates.HasOne(r => r.Category).WithMany().HasForeignKey(r => r.CategoryId).OnDelete(DeleteBehavior.Restrict);
        rates.HasOne(r => r.Company).WithMany().HasForeignKey(r => r.CompanyId).OnDelete(DeleteBehavior.Restrict);
        rates.HasOne(r => r.Band).WithMany().HasForeignKey(r => r.BandId).OnDelete(DeleteBehavior.Restrict);
        rates.HasOne(r => r.Resolution).WithMany().HasForeignKey(r => r.ResolutionId).OnDelete(DeleteBehavior.Restrict);
        rates.HasOne<User>().WithMany().HasForeignKey(r => r.CreatedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FeeExemption> exemptions)
    {
        exemptions.ToTable("fee_exemptions");
        exemptions.IsOfFirm("Zwolnienia ze składek", e => e.CompanyId).Names(e => e.CreatedBy);
        exemptions.Property(e => e.Percent).HasPrecision(5, 2);
        exemptions.Property(e => e.Reason).HasMaxLength(500);
        exemptions.HasIndex(e => new { e.CompanyId, e.ValidFrom });
        exemptions.HasOne<Company>().WithMany().HasForeignKey(e => e.CompanyId).OnDelete(DeleteBehavior.Restrict);
        exemptions.HasOne(e => e.Resolution).WithMany().HasForeignKey(e => e.ResolutionId).OnDelete(DeleteBehavior.Restrict);
        exemptions.HasOne<User>().WithMany().HasForeignKey(e => e.CreatedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
