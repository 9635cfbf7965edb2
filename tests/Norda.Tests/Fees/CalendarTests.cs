using System.Globalization;
using CsCheck;
using Norda.Features.Fees.Arithmetic;

namespace Norda.Tests.Fees;

/// <summary>Terms and interest by the vectors of the reference, and what must hold for any.</summary>
public sealed class CalendarTests
{
    [Theory]
    [InlineData("150", "2025-11-01", "2026-03-31", "2025-11-03", 148, "5.78")]
    [InlineData("100", "2026-04-03", "2026-04-07", "2026-04-03", 4, "0.10")]
    [InlineData("150", "2026-10-31", "2026-11-02", "2026-11-02", 0, "0")]
    [InlineData("1800", "2026-01-31", "2026-12-31", "2026-02-02", 332, "151.82")]
    public void Interest_comes_out_as_in_the_reference(string amount, string due, string paid, string effective, int days, string interest)
    {
        var result = CivilInterest.Of(decimal.Parse(amount, CultureInfo.InvariantCulture), DateOnly.Parse(due, CultureInfo.InvariantCulture), DateOnly.Parse(paid, CultureInfo.InvariantCulture), CivilInterest.Announced);

        Assert.Equal((DateOnly.Parse(effective, CultureInfo.InvariantCulture), days, decimal.Parse(interest, System.Globalization.CultureInfo.InvariantCulture)), (result.Due, result.Days, result.Amount));
    }

    [Fact]
    public void A_rate_that_the_office_enters_counts_from_its_day() =>
        Assert.Equal(100m * 10 * 20m / 36500m, CivilInterest.Of(100, new(2027, 1, 4), new(2027, 1, 14), CivilInterest.With([new InterestStep(new(2027, 1, 1), 20m, null)])).Amount, 2);

    [Fact]
    public void Interest_of_two_stretches_is_that_of_the_whole() => Gen.Select(Gen.Int[0, 900], Gen.Int[0, 400], Gen.Int[0, 400]).Sample((start, one, two) =>
    {
        var due = WorkingDays.OnOrAfter(new DateOnly(2023, 10, 1).AddDays(start));
        decimal Cost(int days) => CivilInterest.Of(1_000_000, due, due.AddDays(days), CivilInterest.Announced).Amount;
        Assert.Equal(CivilInterest.Of(1, due, due.AddDays(one + two), CivilInterest.Announced).Days, one + two);
        Assert.True(Cost(one) <= Cost(one + two));
    });

    [Theory]
    [InlineData("2026-12-24", "2026-12-28")] // Christmas Eve is free since 2025, then two holidays and a Sunday
    [InlineData("2024-12-24", "2024-12-24")]
    [InlineData("2026-04-05", "2026-04-07")] // Easter
    [InlineData("2027-03-28", "2027-03-30")]
    [InlineData("2026-06-04", "2026-06-05")] // Corpus Christi
    [InlineData("2026-01-31", "2026-02-02")]
    [InlineData("2026-11-11", "2026-11-12")]
    public void A_term_on_a_free_day_moves_on(string named, string effective) => Assert.Equal(DateOnly.Parse(effective, CultureInfo.InvariantCulture), WorkingDays.OnOrAfter(DateOnly.Parse(named, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_moved_term_is_a_working_day_within_six_days_and_moves_no_further() => Gen.Int[0, 36_500].Sample(days =>
    {
        var day = new DateOnly(2000, 1, 1).AddDays(days);
        var moved = WorkingDays.OnOrAfter(day);
        Assert.InRange(moved.DayNumber - day.DayNumber, 0, 6);
        Assert.Equal(moved, WorkingDays.OnOrAfter(moved));
        Assert.False(moved.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || WorkingDays.IsHoliday(moved));
    });

    [Theory]
    [InlineData("", "1@31.01 2@31.02 3@31.03 4@31.04 5@31.05 6@31.06 7@31.07 8@31.08 9@31.09 10@31.10 11@31.11 12@31.12")]
    [InlineData("1-6@31.05 7-12@31.12", "1-6@31.05 7-12@31.12")]
    [InlineData("1-12@31.03", "1-12@31.03")]
    [InlineData("1-6@31.05 8-12@31.12", null)]
    [InlineData("1-7@31.05 7-12@31.12", null)]
    [InlineData("1-12@32.03", null)]
    [InlineData("1-12@30.02", null)]
    [InlineData("1-13@31.03", null)]
    [InlineData("co miesiąc", null)]
    public void Instalments_leave_no_month_out(string typed, string? read) => Assert.Equal(read, FeeSchedule.Parse(typed)?.ToString());

    [Fact]
    public void The_last_day_of_February_is_there_every_year() =>
        Assert.Equal([new DateOnly(2027, 3, 1), new DateOnly(2028, 2, 29)], new[] { 2027, 2028 }.Select(year => FeeSchedule.Monthly.Of(2).Due(year))); // 28 February 2027 is a Sunday
}
