using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Privacy;
using Norda.Features.Fees.Arithmetic;
using Norda.Features.Papers.Mailing;

namespace Norda.Features.Papers.Reminders;

/// <summary>One step of the plan: so many days before or after the term of a fee, a letter of this kind to those who have not paid.</summary>
public class ReminderStep
{
    public int Id { get; private set; }

    /// <summary>Below zero: before the term.</summary>
    public int Days { get; init; }

    /// <summary>A reminder, a demand or the last demand.</summary>
    public PostKind Kind { get; init; }

    public bool WithInterest { get; init; }
    public DateTime CreatedAt { get; init; }

    /// <summary>A working day: what comes before the term is moved to an earlier one, what comes after it to a later one.</summary>
    public DateOnly DayFor(DateOnly due) => Days < 0 ? WorkingDays.OnOrBefore(due.AddDays(Days)) : WorkingDays.OnOrAfter(due.AddDays(Days));
}

public class ReminderStepMap : IEntityTypeConfiguration<ReminderStep>
{
    public const int Earliest = -60;
    public const int Latest = 180;

    public void Configure(EntityTypeBuilder<ReminderStep> steps)
    {
        steps.ToTable("reminder_steps", t => t.HasCheckConstraint("reminder_days", $"days BETWEEN {Earliest} AND {Latest}"));
        steps.IsNotPersonal();
        steps.Property(s => s.Kind).HasConversion(new LowerCaseLabels<PostKind>()).HasMaxLength(20);
        steps.HasIndex(s => s.Days).IsUnique();
    }
}
