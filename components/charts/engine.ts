import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use as install, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { ChartOption } from './option';

// Only these parts of ECharts reach the browser, in one chunk that loads after the page is painted.
install([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

export type Drawing = Pick<EChartsType, 'resize' | 'dispose' | 'on'> & { draw: (option: ChartOption) => void };

/** Starts a drawing in an element. A later `draw` replaces the series and axes and lets what stayed move to its new place. */
export function start(element: HTMLElement): Drawing {
  const chart = init(element);
  return {
    resize: () => chart.resize(),
    dispose: () => chart.dispose(),
    on: chart.on.bind(chart),
    draw: (option) => chart.setOption(option, { replaceMerge: ['series', 'xAxis', 'yAxis', 'legend'] }),
  };
}
