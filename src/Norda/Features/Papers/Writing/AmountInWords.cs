using System.Globalization;

namespace Norda.Features.Papers.Writing;

/// <summary>An amount as Polish papers write it out: "jeden tysiąc dwieście pięćdziesiąt złotych 50/100".</summary>
public static class AmountInWords
{
    private const int Thousand = 1000;

    private static readonly string[] Ones =
        ["", "jeden", "dwa", "trzy", "cztery", "pięć", "sześć", "siedem", "osiem", "dziewięć", "dziesięć", "jedenaście", "dwanaście", "trzynaście", "czternaście", "piętnaście", "szesnaście", "siedemnaście", "osiemnaście", "dziewiętnaście"];

    private static readonly string[] Tens = ["", "", "dwadzieścia", "trzydzieści", "czterdzieści", "pięćdziesiąt", "sześćdziesiąt", "siedemdziesiąt", "osiemdziesiąt", "dziewięćdziesiąt"];
    private static readonly string[] Hundreds = ["", "sto", "dwieście", "trzysta", "czterysta", "pięćset", "sześćset", "siedemset", "osiemset", "dziewięćset"];
    private static readonly string[][] Groups = [["złoty", "złote", "złotych"], ["tysiąc", "tysiące", "tysięcy"], ["milion", "miliony", "milionów"], ["miliard", "miliardy", "miliardów"]];

    public static string Of(decimal amount)
    {
        var grosze = (long)Math.Round(Math.Abs(amount) * 100, MidpointRounding.AwayFromZero);
        var whole = grosze / 100;
        var words = whole == 0 ? "zero" : Number(whole);
        return string.Create(CultureInfo.InvariantCulture, $"{(amount < 0 ? "minus " : "")}{words} {Form(Groups[0], whole)} {grosze % 100:00}/100");
    }

    private static string Number(long number)
    {
        var parts = new List<string>();
        for (var group = Groups.Length - 1; group >= 0; group--)
        {
            var three = (int)(number / (long)Math.Pow(Thousand, group) % Thousand);
            if (three == 0)
                continue;
            parts.Add(Three(three));
            if (group > 0)
                parts.Add(Form(Groups[group], three));
        }

        return string.Join(' ', parts);
    }

    private static string Three(int number)
    {
        var rest = number % 100;
        string[] words = rest < Ones.Length ? [Hundreds[number / 100], Ones[rest]] : [Hundreds[number / 100], Tens[rest / 10], Ones[rest % 10]];
        return string.Join(' ', words.Where(w => w.Length > 0));
    }

    private static string Form(string[] forms, long number) =>
        number == 1 ? forms[0] : number % 10 is >= 2 and <= 4 && number % 100 is not (>= 12 and <= 14) ? forms[1] : forms[2];
}
