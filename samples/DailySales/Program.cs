using System.Globalization;
using System.Text;

// Writes data/sales.csv: six made-up years of a shop's days. Train is four of them, dev the fifth, test the sixth; a week
// before each later part belongs to nobody. Run it in this folder: dotnet run
var random = new Random(5);
var text = new StringBuilder("day,weekday,temperature,promotion,sold_last_week,sold,split\n");
var sold = new Queue<int>(Enumerable.Repeat(120, 7));
for (var day = new DateOnly(2019, 1, 1); day.Year <= 2024; day = day.AddDays(1))
{
    var temperature = 11 - 9 * Math.Cos(2 * Math.PI * day.DayOfYear / 365) + 3 * Normal();
    var promotion = random.NextDouble() < 0.15 ? 1 : 0;
    var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
    var today = (int)Math.Round(110 + (weekend ? 35 : 0) + 1.5 * temperature + 40 * promotion + 12 * Normal());
    var isGap = day is { Month: 12, Day: > 24, Year: 2022 or 2023 };
    var split = isGap ? "" : day.Year switch { <= 2022 => "train", 2023 => "dev", _ => "test" };
    text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{day.DayOfWeek},{temperature:0.0},{promotion},{sold.Dequeue()},{today},{split}\n");
    sold.Enqueue(today);
}

Directory.CreateDirectory("data");
File.WriteAllText("data/sales.csv", text.ToString());

double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
