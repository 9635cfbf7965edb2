using System.CommandLine;

namespace Norda.Platform.Access;

public static class EndpointsCommand
{
    public static Command Create(AppFactory app)
    {
        var command = new Command("endpoints", "Pokazuje każdy adres aplikacji: zasób, działanie i kto ma do niego dostęp.");
        command.SetAction(async (_, _) =>
        {
            await using var built = app();
            var rows = AccessInventory.List(((IEndpointRouteBuilder)built).DataSources.SelectMany(source => source.Endpoints));
            foreach (var row in rows)
                Console.WriteLine($"{row.Methods,-12} {row.Route,-44} {(row.Resource is null ? "-" : $"{row.Resource}.{row.Act}"),-22} {row.Who}");
            return rows.All(r => r.Resource is not null) ? 0 : CommandLine.Failed;
        });
        return command;
    }
}
