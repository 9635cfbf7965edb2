using System.Text.Json;

namespace Norda.Tests.Architecture;

/// <summary>The application is made for one small machine; the web SDK's own choice is a collector that fills a large one.</summary>
public class SmallMachineTests
{
    [Theory]
    [InlineData("System.GC.Server", "false")]
    [InlineData("System.GC.Concurrent", "false")]
    public void The_collector_of_garbage_keeps_little(string setting, string value)
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Norda.runtimeconfig.json")));

        Assert.Equal(value, settings.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties").GetProperty(setting).GetRawText());
    }
}
